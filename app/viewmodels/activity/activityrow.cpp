// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/activityrow.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Activity", text);
}

QString nameOr(const QByteArray &name, const QString &otherwise)
{
    return name.isEmpty() ? otherwise : QString::fromUtf8(name);
}

QString tokensOf(const ActivityFacts &row)
{
    if (row.quality == core::CountQuality::Unknown && row.prompt + row.output == 0) {
        return u"–"_s;
    }
    const QLocale language = formatting::language();
    return language.toString(row.prompt) + u" → "_s + language.toString(row.output);
}

} // namespace

OutcomeFace faceOf(core::CallOutcome outcome)
{
    using core::CallOutcome;
    switch (outcome) {
    case CallOutcome::Running:
        return {word(QT_TRANSLATE_NOOP("Activity", "running")), u"activity"_s, Tone::Good};
    case CallOutcome::Allowed:
        return {word(QT_TRANSLATE_NOOP("Activity", "allowed")), u"check"_s, Tone::Calm};
    case CallOutcome::Warned:
        return {word(QT_TRANSLATE_NOOP("Activity", "warned")), u"warning"_s, Tone::Near};
    case CallOutcome::Downgraded:
        return {word(QT_TRANSLATE_NOOP("Activity", "downgraded")), u"down"_s, Tone::Near};
    case CallOutcome::Clamped:
        return {word(QT_TRANSLATE_NOOP("Activity", "clamped")), u"edit"_s, Tone::Near};
    case CallOutcome::Queued:
        return {word(QT_TRANSLATE_NOOP("Activity", "queued")), u"clock"_s, Tone::Near};
    case CallOutcome::Fallback:
        return {word(QT_TRANSLATE_NOOP("Activity", "fallback")), u"undo"_s, Tone::Near};
    case CallOutcome::Refused:
        return {word(QT_TRANSLATE_NOOP("Activity", "refused")), u"refused"_s, Tone::Over};
    case CallOutcome::Failed:
        return {word(QT_TRANSLATE_NOOP("Activity", "failed")), u"close"_s, Tone::Over};
    case CallOutcome::Cut:
        return {word(QT_TRANSLATE_NOOP("Activity", "cut")), u"stop"_s, Tone::Over};
    case CallOutcome::Stopped:
        return {word(QT_TRANSLATE_NOOP("Activity", "stopped")), u"stop"_s, Tone::Over};
    case CallOutcome::ClientGone:
        return {word(QT_TRANSLATE_NOOP("Activity", "client left")), u"back"_s, Tone::Calm};
    case CallOutcome::UpstreamError:
        return {word(QT_TRANSLATE_NOOP("Activity", "error")), u"warning"_s, Tone::Over};
    case CallOutcome::Recovered:
        return {word(QT_TRANSLATE_NOOP("Activity", "recovered")), u"warning"_s, Tone::Near};
    case CallOutcome::Released:
        return {word(QT_TRANSLATE_NOOP("Activity", "not sent")), u"back"_s, Tone::Calm};
    }
    return {};
}

ActivityFacts ActivityFacts::of(const core::ActivityRow &row)
{
    return {row.place,
            row.outcome,
            row.usage.quality,
            row.attribution.of(core::Dimension::Tenant),
            row.attribution.of(core::Dimension::Agent),
            row.attribution.of(core::Dimension::Model),
            row.usage.prompt(),
            row.usage.output,
            row.cost,
            row.total};
}

ActivityLine lineFor(const ActivityFacts &row, const QTimeZone &zone)
{
    const OutcomeFace face = faceOf(row.outcome);
    ActivityLine line;
    line.id = QString::fromUtf8(row.place.id.toText());
    line.time = formatting::clockMilliseconds(row.place.at, zone);
    line.outcome = face.word;
    line.glyph = face.glyph;
    line.tone = face.tone;
    line.tenant = nameOr(row.tenant, u"–"_s);
    line.who = nameOr(row.agent, line.tenant);
    line.model = nameOr(row.model, u"–"_s);
    line.tokens = tokensOf(row);
    line.total = row.total.count() > 0 ? formatting::duration(row.total) : u"–"_s;
    line.cost = formatting::callCost(row.cost);
    if (row.quality == core::CountQuality::Estimated && !row.cost.isZero()) {
        line.cost.prepend(u"≈"_s);
    }
    line.spoken = QStringList{line.time,
                              line.outcome,
                              line.tenant,
                              line.who,
                              line.model,
                              line.tokens,
                              line.total,
                              line.cost}
                      .join(u", "_s);
    return line;
}
