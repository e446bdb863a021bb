// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"

#include <QObject>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

#include <utility>

/// How a word is to be taken; the theme knows the colour, the glyph is the sign that goes with it.
namespace Tone { // NOLINT(readability-identifier-naming): QML wants a capital
Q_NAMESPACE
QML_ELEMENT
enum Kind { Calm, Good, Near, Over };
Q_ENUM_NS(Kind)
} // namespace Tone

/// One line of the log as it is shown.
struct ActivityLine
{
    Q_GADGET
    QML_VALUE_TYPE(activityLine)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString time MEMBER time)       ///< "14:32:07.412"
    Q_PROPERTY(QString outcome MEMBER outcome) ///< "allowed", "cut"
    Q_PROPERTY(QString glyph MEMBER glyph)
    Q_PROPERTY(Tone::Kind tone MEMBER tone)
    Q_PROPERTY(QString who MEMBER who) ///< the agent, or the tenant of a call without one
    Q_PROPERTY(QString tenant MEMBER tenant)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString tokens MEMBER tokens) ///< "2,118 → 812"
    Q_PROPERTY(QString total MEMBER total)   ///< "16.9 s"; "–" while it runs
    Q_PROPERTY(QString cost MEMBER cost)     ///< "$0.0468"; "–" when nothing was charged
    Q_PROPERTY(QString spoken MEMBER spoken) ///< all of it, for a screen reader

public:
    QString id;
    QString time;
    QString outcome;
    QString glyph;
    Tone::Kind tone = Tone::Calm;
    QString who;
    QString tenant;
    QString model;
    QString tokens;
    QString total;
    QString cost;
    QString spoken;
    friend bool operator==(const ActivityLine &, const ActivityLine &) = default;
};

/// What a line is made of, and no more: a million of them are 150 MB. Names that come again share
/// their bytes.
struct ActivityFacts
{
    core::ActivityCursor place;
    core::CallOutcome outcome = core::CallOutcome::Allowed;
    core::CountQuality quality = core::CountQuality::Unknown;
    QByteArray tenant;
    QByteArray agent;
    QByteArray model;
    qint64 prompt = 0; ///< tokens
    qint64 output = 0;
    core::Money cost;
    core::Duration total{0};

    [[nodiscard]] static ActivityFacts of(const core::ActivityRow &row);
    /// One attempt of one request.
    [[nodiscard]] std::pair<quint64, quint64> key() const
    {
        return {place.id.high, place.id.low ^ static_cast<quint64>(place.attempt)};
    }
    friend bool operator==(const ActivityFacts &, const ActivityFacts &) = default;
};

[[nodiscard]] ActivityLine lineFor(const ActivityFacts &row, const QTimeZone &zone);

/// "upstream error", with its sign and tone.
struct OutcomeFace
{
    QString word;
    QString glyph;
    Tone::Kind tone = Tone::Calm;
};
[[nodiscard]] OutcomeFace faceOf(core::CallOutcome outcome);
