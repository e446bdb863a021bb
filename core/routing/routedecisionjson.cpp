// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonwriter.h"
#include "core/routing/router.h"

#include <array>

namespace core {

namespace {

constexpr std::array Reasons{"named", "rules", "budget", "none"};
constexpr std::array Modes{"score", "legacy", "efficiency"};
constexpr std::array Tiers{"normal", "near", "exceeded"};
constexpr std::array Qualities{"low", "medium", "high", "critical"};

template <class Enum, std::size_t N>
QByteArrayView nameOf(const std::array<const char *, N> &names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

qint64 milliseconds(Duration duration)
{
    return std::chrono::floor<std::chrono::milliseconds>(duration).count();
}

QByteArray candidateJson(const RouteDecision::Considered &one)
{
    JsonWriter json;
    json.text("model", one.candidate.model).text("provider", one.candidate.provider);
    if (one.score) {
        json.raw("score", QByteArray::number(*one.score, 'f', 6));
    }
    if (one.score || one.candidate.cost != Money()) { // of a model that was named it is not asked
        json.money("cost_usd", one.candidate.cost);
    }
    if (one.candidate.latency.count() > 0) {
        json.number("latency_ms", milliseconds(one.candidate.latency));
    }
    json.text("verdict", one.verdict);
    if (!one.candidate.unavailable.isEmpty()) {
        json.text("because", one.candidate.unavailable);
    }
    return json.toJson();
}

/// Five targets stand in at most 120 orders; of ten there would be three million texts.
constexpr std::size_t MostRepeating = 5;

} // namespace

RouteRecord RouteDecision::toRecord() const
{
    JsonWriter json;
    json.text("reason", nameOf(Reasons, reason));
    if (reason != RouteReason::Named) {
        json.textOrNull("task_type", wish.taskType)
            .text("quality", nameOf(Qualities, wish.quality))
            .text("tier", nameOf(Tiers, tier))
            .text("mode", nameOf(Modes, mode));
    }
    constexpr qsizetype UsualBytes = 160; // of a candidate
    QByteArray list;
    list.reserve(std::ssize(considered) * UsualBytes);
    for (const Considered &one : considered) {
        list += list.isEmpty() ? '[' : ',';
        list += candidateJson(one);
    }
    list += considered.empty() ? "[]" : "]";
    const bool repeats = reason == RouteReason::Named && considered.size() <= MostRepeating;
    return {json.raw("candidates", list).toJson(), repeats};
}

} // namespace core
