// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/eventwords.h"

#include "core/base/jsonwriter.h"

#include <QDateTime>

namespace proxy {

using core::CallEvent;
using core::Dimension;

QByteArray isoTime(core::Time time)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

QByteArray modelOf(const CallEvent &event)
{
    const QByteArray &served = event.details.responseModel;
    const QByteArray &routed = event.attribution.of(Dimension::Model);
    if (!served.isEmpty()) {
        return served;
    }
    return routed.isEmpty() ? event.details.requestModel : routed;
}

QByteArray spanName(const CallEvent &event)
{
    const QByteArray &asked = event.details.requestModel;
    const QByteArray operation =
        event.details.operation.isEmpty() ? QByteArray("chat") : event.details.operation;
    return asked.isEmpty() ? operation : operation + ' ' + asked;
}

QByteArray shortId(const QByteArray &text)
{
    constexpr qsizetype Kept = 200;
    return text.size() <= Kept ? text : QString::fromUtf8(text).left(Kept).toUtf8();
}

namespace langfuse {

QByteArray usageDetails(const core::TokenUsage &usage)
{
    core::JsonWriter json;
    const auto add = [&json](QByteArrayView name, qint64 tokens) {
        if (tokens > 0) {
            json.number(name, tokens);
        }
    };
    const qint64 reasoning = std::min(usage.reasoning, usage.output);
    json.number("input", usage.input);
    add("input_cached_tokens", usage.cachedInput);
    add("input_cache_creation", usage.cacheWrite);
    json.number("output", usage.output - reasoning);
    add("output_reasoning_tokens", reasoning);
    return json.number("total", usage.total()).toJson();
}

QByteArray costDetails(core::Money cost)
{
    return core::JsonWriter().money("total", cost).toJson();
}

QByteArray environment(const QByteArray &name)
{
    QByteArray text = name.toLower();
    while (text.startsWith("langfuse")) {
        text = text.mid(8);
    }
    while (text.startsWith('-') || text.startsWith('_')) {
        text = text.mid(1);
    }
    for (char &c : text) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        c = isKept ? c : '_';
    }
    constexpr qsizetype Longest = 40;
    return text.left(Longest);
}

QByteArray level(const CallEvent &event)
{
    if (event.kind == CallEvent::Kind::Refusal) {
        return "WARNING";
    }
    return event.ending == core::Ending::UpstreamError ? "ERROR" : "DEFAULT";
}

std::vector<QByteArray> tags(const CallEvent &event)
{
    std::vector<QByteArray> tags;
    for (const Dimension dimension : {Dimension::Tenant, Dimension::Team, Dimension::Feature}) {
        if (const QByteArray &value = event.attribution.of(dimension); !value.isEmpty()) {
            tags.push_back(core::dimensionName(dimension).toByteArray() + ':' + value);
        }
    }
    for (const auto &[name, value] : event.attribution.tags) {
        tags.push_back(name + ':' + value);
    }
    return tags;
}

std::vector<std::pair<QByteArray, QByteArray>> metadata(const CallEvent &event)
{
    static constexpr std::array QualityNames{"unknown", "estimated", "lower_bound", "reported"};
    std::vector<std::pair<QByteArray, QByteArray>> list{
        {"request_id", event.id.toText()},
        {"attempt", QByteArray::number(event.attempt)},
        {"decision", core::decisionName(event.decision).toByteArray()},
    };
    if (event.kind == CallEvent::Kind::Call) {
        list.emplace_back("finish", core::endingName(event.ending).toByteArray());
        list.emplace_back("usage_quality",
                          QualityNames.at(static_cast<std::size_t>(event.usage.quality)));
    }
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        if (const QByteArray &value = event.attribution.values.at(i); !value.isEmpty()) {
            list.emplace_back(core::dimensionName(static_cast<Dimension>(i)).toByteArray(),
                              shortId(value));
        }
    }
    return list;
}

} // namespace langfuse
} // namespace proxy
