// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/routestory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {
using namespace Qt::StringLiterals;

namespace {
QByteArray text(const QJsonValue &object, QLatin1StringView name)
{
    return object[name].toString().toUtf8();
}

RouteStory::Candidate candidateFrom(const QJsonValue &json)
{
    RouteStory::Candidate candidate;
    candidate.model = text(json, "model"_L1);
    candidate.provider = text(json, "provider"_L1);
    if (json["score"_L1].isDouble()) {
        candidate.score = json["score"_L1].toDouble();
    }
    // An estimate, shown beside others; nothing is added up from it.
    const auto cost = Money::parse(QByteArray::number(json["cost_usd"_L1].toDouble(), 'f', 9));
    candidate.cost = cost.ok() ? *cost : Money();
    candidate.verdict = text(json, "verdict"_L1);
    candidate.because = text(json, "because"_L1);
    return candidate;
}
} // namespace

std::optional<RouteStory> routeStoryFrom(const QByteArray &reason)
{
    const QJsonObject json = QJsonDocument::fromJson(reason).object();
    const QJsonArray candidates = json["candidates"_L1].toArray();
    if (candidates.isEmpty()) {
        return std::nullopt;
    }
    RouteStory story;
    story.reason = text(json, "reason"_L1);
    story.taskType = text(json, "task_type"_L1);
    story.quality = text(json, "quality"_L1);
    story.tier = text(json, "tier"_L1);
    story.mode = text(json, "mode"_L1);
    for (const QJsonValue candidate : candidates) {
        story.candidates.push_back(candidateFrom(candidate));
    }
    return story;
}

} // namespace core
