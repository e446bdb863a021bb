// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/keyfacts.h"

#include "core/base/timetext.h"
#include "core/pricing/modelname.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {

/// The ledger keeps each name for good, and a window shows it.
constexpr qsizetype LongestName = 256;
/// More are a mistake: a pattern covers many.
constexpr qsizetype MostModels = 100;

Error invalid(const QString &message, const QString &remedy)
{
    return {ErrorCode::InvalidInput, message, remedy};
}

QJsonValue timeJson(Time time, Time none)
{
    if (time == none) {
        return QJsonValue::Null;
    }
    return textOf(time);
}

Result<Time> timeFrom(const QJsonObject &json, const QString &member, Time none)
{
    const QJsonValue value = json.value(member);
    if (value.isNull() || value.isUndefined()) {
        return none;
    }
    const auto time = timeFromText(value.toString());
    if (!time) {
        return invalid(u"%1 is no time with a zone."_s.arg(member),
                       u"Write it like 2026-12-31T23:59:59Z, or null for none."_s);
    }
    return *time;
}

Result<QString> nameFrom(const QJsonObject &json, const QString &member)
{
    const QJsonValue value = json.value(member);
    const QString text = value.toString();
    const bool isPrintable =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == u'\x7f'; });
    if (!(value.isString() || value.isNull() || value.isUndefined()) || !isPrintable ||
        text.toUtf8().size() > LongestName) {
        return invalid(
            u"%1 is no text of at most %2 bytes without control characters."_s.arg(member).arg(
                LongestName),
            u"Give a short name."_s);
    }
    return text;
}

Result<std::vector<QByteArray>> modelsFrom(const QJsonObject &json)
{
    const QJsonArray list = json.value("models"_L1).toArray();
    std::vector<QByteArray> models;
    for (const QJsonValue model : list) {
        models.push_back(model.toString().toUtf8());
    }
    const bool isList = json.value("models"_L1).isArray();
    if (!isList || list.size() > MostModels || std::ranges::count(models, QByteArray()) > 0) {
        return invalid(u"models is no list of at most %1 names."_s.arg(MostModels),
                       u"Give names, in which * stands for any text: [\"llama-*\"]; an empty list "
                       "allows all."_s);
    }
    return models;
}

Outcome checkMembers(const QJsonObject &wish)
{
    static constexpr std::array Known{
        "name"_L1, "tenant"_L1, "agent"_L1, "models"_L1, "limits"_L1, "expires_at"_L1};
    for (auto it = wish.begin(); it != wish.end(); ++it) {
        if (std::ranges::find(Known, it.key()) == Known.end()) {
            return invalid(u"The member %1 is unknown."_s.arg(it.key()),
                           u"Give name, tenant, agent, models, limits and expires_at."_s);
        }
    }
    if (wish.contains("limits"_L1) && !wish.value("limits"_L1).isObject()) {
        return invalid(u"limits is no object."_s, u"Write {\"requests_per_minute\":60}."_s);
    }
    return Done{};
}

} // namespace

QByteArrayView keyStateName(KeyState state)
{
    static constexpr std::array<QByteArrayView, 3> Names{"active", "expired", "revoked"};
    return Names.at(static_cast<std::size_t>(state));
}

KeyState KeyFacts::stateAt(Time now) const
{
    if (revokedAt != Time{}) {
        return KeyState::Revoked;
    }
    return expiresAt <= now ? KeyState::Expired : KeyState::Active;
}

bool KeyFacts::allows(QByteArrayView model) const
{
    const QString name = QString::fromUtf8(model);
    return models.empty() || std::ranges::any_of(models, [&](const QByteArray &pattern) {
               return matchesGlob(QString::fromUtf8(pattern), name);
           });
}

QJsonObject KeyFacts::toJson() const
{
    QJsonArray list;
    for (const QByteArray &model : models) {
        list.append(QString::fromUtf8(model));
    }
    return {{u"id"_s, QString::fromLatin1(id)},
            {u"name"_s, name},
            {u"hint"_s, QString::fromLatin1(hint)},
            {u"tenant"_s, QString::fromUtf8(tenant)},
            {u"agent"_s, QString::fromUtf8(agent)},
            {u"models"_s, list},
            {u"limits"_s, limits.toJson()},
            {u"created_at"_s, timeJson(createdAt, Time{})},
            {u"expires_at"_s, timeJson(expiresAt, Time::max())},
            {u"last_used_at"_s, timeJson(lastUsedAt, Time{})},
            {u"revoked_at"_s, timeJson(revokedAt, Time{})}};
}

Result<KeyFacts> KeyFacts::changedBy(const QJsonObject &wish) const
{
    if (const Outcome known = checkMembers(wish); !known) {
        return known.error();
    }
    KeyFacts facts = *this;
    // Reads a member that is given; the first error stays.
    std::optional<Error> error;
    const auto read = [&](const QString &member, auto &target, auto reader) {
        if (error || !wish.contains(member)) {
            return;
        }
        if (auto value = reader(); value.ok()) {
            target = *std::move(value);
        } else {
            error = value.error();
        }
    };
    const auto bytes = [&](const QString &member) {
        return [&wish, member]() -> Result<QByteArray> {
            const Result<QString> text = nameFrom(wish, member);
            return text ? Result<QByteArray>(text->toUtf8()) : Result<QByteArray>(text.error());
        };
    };
    read(u"name"_s, facts.name, [&] { return nameFrom(wish, u"name"_s); });
    read(u"tenant"_s, facts.tenant, bytes(u"tenant"_s));
    read(u"agent"_s, facts.agent, bytes(u"agent"_s));
    read(u"models"_s, facts.models, [&] { return modelsFrom(wish); });
    read(u"limits"_s, facts.limits, [&] {
        return RateFigures::fromJson(wish.value("limits"_L1).toObject());
    });
    read(u"expires_at"_s, facts.expiresAt, [&] {
        return timeFrom(wish, u"expires_at"_s, Time::max());
    });
    if (!error && facts.tenant.isEmpty()) {
        error = invalid(u"tenant is empty."_s, u"Say who pays for the calls of this key."_s);
    }
    return error ? Result<KeyFacts>(*error) : Result<KeyFacts>(facts);
}

Result<KeyFacts> KeyFacts::fromJson(const QJsonObject &json)
{
    QJsonObject wish = json;
    for (const QLatin1StringView own :
         {"id"_L1, "hint"_L1, "created_at"_L1, "last_used_at"_L1, "revoked_at"_L1}) {
        wish.remove(own);
    }
    Result<KeyFacts> facts = KeyFacts().changedBy(wish);
    const auto created = timeFrom(json, u"created_at"_s, Time{});
    const auto used = timeFrom(json, u"last_used_at"_s, Time{});
    const auto revoked = timeFrom(json, u"revoked_at"_s, Time{});
    for (const auto *time : {&created, &used, &revoked}) {
        if (facts.ok() && !time->ok()) {
            facts = time->error();
        }
    }
    if (facts.ok()) {
        facts->id = json.value("id"_L1).toString().toLatin1();
        facts->hint = json.value("hint"_L1).toString().toLatin1();
        facts->createdAt = *created;
        facts->lastUsedAt = *used;
        facts->revokedAt = *revoked;
    }
    return facts;
}

} // namespace core
