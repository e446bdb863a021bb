// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/attribute.h"

#include "core/base/jsontext.h"
#include "core/budget/seedscope.h"
#include "core/budget/selector.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <utility>

namespace proxy {

using core::Dimension;

namespace {
constexpr std::array<std::pair<QByteArrayView, Dimension>, 7> Headers{{
    {"x-tenant-id", Dimension::Tenant},
    {"x-agent-id", Dimension::Agent},
    {"x-user-id", Dimension::User},
    {"x-feature-id", Dimension::Feature},
    {"x-experiment-id", Dimension::Experiment},
    {"x-budget-namespace", Dimension::Namespace},
    {"x-team-id", Dimension::Team},
}};

/// The body's `metadata`: ids by the names of seed S4, every other text a tag.
void readMetadata(const QByteArray &body, core::Attribution &attribution)
{
    const auto member = core::findMember(body, "metadata");
    if (!member) {
        return;
    }
    const QByteArray json = body.mid(member->valueBegin, member->valueEnd - member->valueBegin);
    const QJsonObject metadata = QJsonDocument::fromJson(json).object();
    for (auto it = metadata.begin(); it != metadata.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        const auto dimension =
            name.endsWith("_id") ? core::dimensionFromName(name.chopped(3)) : std::nullopt;
        const QByteArray value = it.value().toString().toUtf8();
        if (value.isEmpty()) {
            continue;
        }
        if (dimension) {
            attribution.of(*dimension) = value;
        } else if (attribution.tags.size() < MaximumTags) {
            attribution.tags.emplace_back(name, value);
        }
    }
    std::ranges::sort(attribution.tags);
}

/// What the router goes by is what reports and metrics show (S2-18).
void takeTaskType(const HeaderList &headers, core::Attribution &attribution)
{
    const QByteArray value = headerValue(headers, "x-capstan-task-type");
    const bool fits =
        attribution.tags.size() < MaximumTags || !attribution.tag("task_type").isEmpty();
    if (!value.isEmpty() && fits) {
        core::setTag(attribution, "task_type", value);
    }
}

/// Seed S1's middleware (S1-41): whoever gives one of the two gets its default for the other.
core::Outcome takeScopeHeaders(const HeaderList &headers, core::Attribution &attribution)
{
    const QByteArray type = headerValue(headers, "x-budget-scope-type");
    const QByteArray key = headerValue(headers, "x-budget-scope-key");
    if (type.isEmpty() && key.isEmpty()) {
        return core::Done{};
    }
    return core::attributeTo(
        type.isEmpty() ? "user" : type, key.isEmpty() ? "default" : key, attribution);
}

bool isPrintable(QByteArrayView name)
{
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            return false;
        }
    }
    return true;
}

core::Outcome checkTags(const core::Attribution &attribution)
{
    for (const auto &[name, value] : attribution.tags) {
        if (core::Outcome sound = checkName(name, "metadata"); !sound.ok()) {
            return sound;
        }
        if (core::Outcome sound = checkName(value, name); !sound.ok()) {
            return sound;
        }
    }
    return core::Done{};
}

core::Outcome checkNames(const core::Attribution &attribution)
{
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        const QByteArrayView where = core::dimensionName(static_cast<Dimension>(i));
        if (core::Outcome sound = checkName(attribution.values.at(i), where); !sound.ok()) {
            return sound;
        }
    }
    return checkTags(attribution);
}

/// A call is somebody's: a scope that is a pattern would make it nobody's.
core::Outcome takeScope(const QByteArray &text, core::Attribution &attribution)
{
    const auto scope = core::Selector::fromScope(text);
    if (!scope.ok()) {
        return scope.error();
    }
    if (scope->isGlobal() || scope->hasWildcard()) {
        return core::Error{core::ErrorCode::InvalidInput,
                           QStringLiteral("The scope %1 is not one tenant, user, task or the like.")
                               .arg(QString::fromUtf8(text)),
                           QStringLiteral("Name one, for example tenant-1 or agent:summariser.")};
    }
    for (const core::Selector::Term &term : scope->terms()) {
        core::setScope(attribution, term);
    }
    return core::Done{};
}

/// Goes before all that a caller says of itself, and nobody can only claim to have a key.
void takeKey(const core::VirtualKey *key, core::Attribution &attribution)
{
    attribution.of(Dimension::Key).clear();
    if (key == nullptr) {
        return;
    }
    attribution.of(Dimension::Key) = key->facts.id;
    attribution.of(Dimension::Tenant) = key->facts.tenant;
    if (!key->facts.agent.isEmpty()) {
        attribution.of(Dimension::Agent) = key->facts.agent;
    }
}
} // namespace

core::Outcome checkName(QByteArrayView name, QByteArrayView where)
{
    if (name.size() <= MaximumNameBytes && isPrintable(name) &&
        QUtf8StringView(name).isValidUtf8()) {
        return core::Done{};
    }
    return core::Error{
        core::ErrorCode::InvalidInput,
        QStringLiteral("%1 is longer than %2 bytes, has control characters or is not UTF-8.")
            .arg(QString::fromUtf8(where))
            .arg(MaximumNameBytes),
        QStringLiteral("Send a short name.")};
}

core::Result<core::Attribution> attribute(const RequestContext &context)
{
    core::Attribution attribution;
    attribution.of(Dimension::User) = context.facts.user;
    readMetadata(context.request.body, attribution);
    takeTaskType(context.request.headers, attribution);
    if (const core::Outcome taken = takeScopeHeaders(context.request.headers, attribution);
        !taken.ok()) {
        return taken.error();
    }
    for (const auto &[name, value] : context.request.headers) {
        for (const auto &[header, dimension] : Headers) {
            if (header == name && !value.isEmpty()) {
                attribution.of(dimension) = value;
            }
        }
    }
    if (!context.scope.isEmpty()) {
        if (const core::Outcome taken = takeScope(context.scope, attribution); !taken.ok()) {
            return taken.error();
        }
    }
    takeKey(context.key.get(), attribution);
    if (core::Outcome sound = checkNames(attribution); !sound.ok()) {
        return sound.error();
    }
    if (attribution.of(Dimension::Tenant).isEmpty()) {
        attribution.of(Dimension::Tenant) = "default";
    }
    return attribution;
}

} // namespace proxy
