// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/scalars.h"
#include "proxy/pipeline/routing.h"

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestMilliseconds = 3'600'000; ///< an hour: as for every time-out
constexpr qsizetype LongestName = 200;

core::Error bad(const QString &header, const core::Error &error)
{
    return {core::ErrorCode::InvalidInput,
            header + u": its value "_s + error.message + u'.',
            error.remedy};
}

} // namespace

core::Result<core::RouteWish> readRouteWish(const HeaderList &headers)
{
    core::RouteWish wish;
    wish.taskType = headerValue(headers, "x-capstan-task-type").left(LongestName);
    if (const QByteArray text = headerValue(headers, "x-capstan-quality"); !text.isEmpty()) {
        const auto quality = core::qualityFromName(text);
        if (!quality) {
            return bad(u"x-capstan-quality"_s,
                       {{}, u"is not a quality"_s, u"Give low, medium, high or critical."_s});
        }
        wish.quality = *quality;
    }
    if (const QByteArray text = headerValue(headers, "x-capstan-complexity"); !text.isEmpty()) {
        const auto complexity = core::scalars::whole(text, 0, 100);
        if (!complexity.ok()) {
            return bad(u"x-capstan-complexity"_s, complexity.error());
        }
        wish.complexity = static_cast<int>(*complexity);
    }
    if (const QByteArray text = headerValue(headers, "x-capstan-latency-ms"); !text.isEmpty()) {
        const auto latency = core::scalars::whole(text, 1, LongestMilliseconds);
        if (!latency.ok()) {
            return bad(u"x-capstan-latency-ms"_s, latency.error());
        }
        wish.latency = std::chrono::milliseconds(*latency);
    }
    if (const QByteArray text = headerValue(headers, "x-capstan-task-budget-usd");
        !text.isEmpty()) {
        const auto budget = core::scalars::dollars(text);
        if (!budget.ok()) {
            return bad(u"x-capstan-task-budget-usd"_s, budget.error());
        }
        wish.taskBudget = *budget;
    }
    return wish;
}

} // namespace proxy
