// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/attribute.h"

#include "core/base/jsontext.h"
#include "core/budget/selector.h"

#include <QJsonDocument>
#include <QJsonObject>

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

bool isPrintable(QByteArrayView name)
{
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            return false;
        }
    }
    return true;
}

std::optional<core::Error> fault(QByteArrayView name, QByteArrayView where)
{
    if (name.size() <= MaximumNameBytes && isPrintable(name)) {
        return std::nullopt;
    }
    return core::Error{core::ErrorCode::InvalidInput,
                       QStringLiteral("%1 is longer than %2 bytes or has control characters.")
                           .arg(QString::fromUtf8(where))
                           .arg(MaximumNameBytes),
                       QStringLiteral("Send a short name.")};
}
} // namespace

core::Result<core::Attribution> attribute(const RequestContext &context)
{
    core::Attribution attribution;
    attribution.of(Dimension::User) = context.facts.user;
    readMetadata(context.request.body, attribution);
    for (const auto &[name, value] : context.request.headers) {
        for (const auto &[header, dimension] : Headers) {
            if (header == name && !value.isEmpty()) {
                attribution.of(dimension) = value;
            }
        }
    }
    if (!context.scope.isEmpty()) {
        const auto scope = core::Selector::fromScope(context.scope);
        if (!scope.ok()) {
            return scope.error();
        }
        for (const core::Selector::Term &term : scope->terms()) {
            attribution.of(term.dimension) = term.value;
        }
    }
    for (const auto &[name, value] : attribution.tags) {
        if (const auto error = fault(name, "metadata")) {
            return *error;
        }
        if (const auto error = fault(value, name)) {
            return *error;
        }
    }
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        if (const auto error =
                fault(attribution.values.at(i), core::dimensionName(static_cast<Dimension>(i)))) {
            return *error;
        }
    }
    if (attribution.of(Dimension::Tenant).isEmpty()) {
        attribution.of(Dimension::Tenant) = "default";
    }
    return attribution;
}

} // namespace proxy
