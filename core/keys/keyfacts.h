// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/limits/ratelimit.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace core {

enum class KeyState : quint8 { Active, Expired, Revoked };
[[nodiscard]] QByteArrayView keyStateName(KeyState state); ///< "active", ...

/// What everybody may know of a virtual key: who calls with it, and what it may do.
struct KeyFacts
{
    QByteArray id;                  ///< "k-" + 12 hex digits: the value of the dimension `key`
    QString name;                   ///< for people; may be empty
    QByteArray hint;                ///< its last four characters, to tell keys apart
    QByteArray tenant = "default";  ///< pays; a header cannot say otherwise
    QByteArray agent;               ///< empty: the caller says
    std::vector<QByteArray> models; ///< `*` stands for any text; empty: all models
    RateFigures limits;
    Time createdAt{};
    Time expiresAt = Time::max(); ///< not usable from then on
    Time lastUsedAt{};            ///< to the minute; Time{}: never
    Time revokedAt{};             ///< Time{}: it is not

    [[nodiscard]] KeyState stateAt(Time now) const;
    /// By the name that the client asks for.
    [[nodiscard]] bool allows(QByteArrayView model) const;

    /// With times as RFC 3339 in UTC, null where there is none.
    [[nodiscard]] QJsonObject toJson() const;
    /// These facts with what a person may set: name, tenant, agent, models, limits, expires_at.
    /// InvalidInput names a member that is unknown or out of range.
    [[nodiscard]] Result<KeyFacts> changedBy(const QJsonObject &wish) const;
    /// The inverse of toJson(), for the ledger.
    [[nodiscard]] static Result<KeyFacts> fromJson(const QJsonObject &json);

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

} // namespace core
