// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storyfigures.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using core::Duration;

namespace {

struct Story
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};

constexpr int QueueSeries = 2;
constexpr int OverheadSeries = 5;
constexpr int FirstTokenSeries = 3;
constexpr int AnswerSeries = 0;

/// Lines whose shares stand one behind the other.
class Timeline
{
public:
    Timeline(StoryTeller &teller, Duration whole)
        : m_teller(teller)
        , m_whole(static_cast<double>(std::max<qint64>(whole.count(), 1)))
    {}

    void add(const QString &text, Duration time, int series)
    {
        StoryLine &line = m_teller.add(text, formatting::duration(time));
        line.series = series;
        line.begin = m_begin;
        line.share = std::clamp(static_cast<double>(time.count()) / m_whole, 0.0, 1.0 - m_begin);
        m_begin += line.share;
    }

private:
    StoryTeller &m_teller;
    double m_whole;
    double m_begin = 0;
};

/// "4,375 at $0.15 per million"; without a rate the count alone.
QString
counted(qint64 count, const std::optional<core::ChargedRates> &rates, qint64 core::Rates::*rate)
{
    const QString number = formatting::language().toString(count);
    return rates && rate != nullptr
               ? Story::tr("%1 at %2 per million", "4,375 tokens, at a price")
                     .arg(number,
                          formatting::exactDollars(core::Money::fromNanos(rates->rates.*rate)))
               : number;
}

void tellTokens(StoryTeller &teller,
                const core::TokenUsage &usage,
                const std::optional<core::ChargedRates> &rates)
{
    const auto add = [&](const QString &text, qint64 count, qint64 core::Rates::*rate) {
        if (count > 0) {
            teller.add(text, counted(count, rates, rate));
        }
    };
    add(Story::tr("tokens in"), usage.input, &core::Rates::input);
    add(Story::tr("tokens in, cached"), usage.cachedInput, &core::Rates::cachedInput);
    add(Story::tr("tokens in, written to the cache"), usage.cacheWrite, &core::Rates::cacheWrite);
    add(Story::tr("tokens out"), usage.output, &core::Rates::output);
    add(Story::tr("of them reasoning"), usage.reasoning, nullptr);
}

void tellFees(StoryTeller &teller, const core::ChargedRates &rates)
{
    if (!rates.perRequest.isZero()) {
        teller.add(Story::tr("for the request itself"), formatting::exactDollars(rates.perRequest));
    }
    if (rates.perAudioMinute) {
        teller.add(Story::tr("for a minute of audio"),
                   formatting::exactDollars(*rates.perAudioMinute));
    }
}

/// "set in the window, 22 Nov 2026": what says where a price came from ends in its date.
QString sourceText(const QByteArray &source)
{
    const QString text = QString::fromUtf8(source);
    const qsizetype last = text.lastIndexOf(u' ');
    const QString date = formatting::isoDay(text.sliced(last + 1));
    const QString where = date.isEmpty() ? text : text.first(std::max<qsizetype>(last, 0));
    const QString said = where == "the window"_L1 ? Story::tr("set in this window")
                         : where == "cache"_L1    ? Story::tr("answered from the cache")
                         : where == "unpriced"_L1 || text.isEmpty() ? Story::tr("no price")
                                                                    : where;
    return date.isEmpty() ? said : said.isEmpty() ? date : said + u", "_s + date;
}

} // namespace

void tellTime(StoryTeller &teller, const core::AttemptStory::Settled &settled)
{
    teller.part(u"clock"_s, Story::tr("Time, %1").arg(formatting::duration(settled.total)));
    const Duration queued = settled.queued.value_or(Duration(0));
    const Duration before = queued + settled.overhead;
    const Duration toFirst = std::max(Duration(0), settled.toFirstByte - before);
    const Duration answer =
        std::max(Duration(0), settled.total - std::max(settled.toFirstByte, before));
    Timeline timeline(teller, settled.total);
    if (settled.queued) {
        timeline.add(Story::tr("waited for room in a budget"), queued, QueueSeries);
    }
    timeline.add(Story::tr("Capstan's own"), settled.overhead, OverheadSeries);
    timeline.add(Story::tr("first token"), toFirst, FirstTokenSeries);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(answer).count();
    const qint64 rate = milliseconds > 0 ? settled.usage.output * 1000 / milliseconds : 0;
    timeline.add(rate > 0 ? Story::tr("answer, %1").arg(formatting::tokensPerSecond(rate))
                          : Story::tr("answer"),
                 answer,
                 AnswerSeries);
}

void tellCost(StoryTeller &teller, const core::AttemptStory::Settled &settled)
{
    teller.part(u"models"_s, Story::tr("Cost"));
    tellTokens(teller, settled.usage, settled.rates);
    if (settled.rates) {
        tellFees(teller, *settled.rates);
    }
    teller
        .add(Story::tr("price: %1").arg(sourceText(settled.priceSource)),
             formatting::exactMoney(settled.cost))
        .strong = true;
}

StorySoFar StorySoFar::of(const core::RunningCall &call, core::Time now)
{
    return {call.outputTokens,
            call.cost,
            call.bound - call.cost,
            std::chrono::floor<std::chrono::seconds>(now - call.startedAt),
            call.startedAt};
}

void tellWait(StoryTeller &teller, Duration queued)
{
    teller.add(Story::tr("waited for room in a budget"), formatting::duration(queued));
}

void tellSoFar(StoryTeller &teller, const StorySoFar &soFar)
{
    teller.part(u"activity"_s,
                Story::tr("So far, in %1").arg(formatting::duration(soFar.time)),
                Tone::Good);
    if (soFar.admission) {
        tellWait(teller, soFar.admission->queued);
    }
    teller.add(Story::tr("tokens out"), formatting::language().toString(soFar.outputTokens));
    teller.add(Story::tr("metered"), formatting::exactMoney(soFar.cost)).strong = true;
    teller.add(Story::tr("held for the rest, at most"), formatting::exactMoney(soFar.held));
}

void tellCorrection(StoryTeller &teller, const core::AttemptStory::Corrected &corrected)
{
    teller.part(u"check"_s, Story::tr("Corrected by %1").arg(QString::fromUtf8(corrected.by)));
    tellTokens(teller, corrected.usage, std::nullopt);
    teller.add(QString::fromUtf8(corrected.reason), formatting::exactMoney(corrected.cost)).strong =
        true;
}
