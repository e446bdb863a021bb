// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/livebudget.h"

#include "core/budget/bucketkey.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

/// A clock set back by less finds the counters of the window that it re-enters.
constexpr std::chrono::hours ClockSlack{1};

std::vector<Facet> wildcardsOf(const Selector &selector)
{
    std::vector<Facet> facets;
    for (const Selector::Term &term : selector.terms()) {
        if (term.value.isEmpty()) {
            facets.emplace_back(term);
        }
    }
    return facets;
}

} // namespace

LiveBudget::LiveBudget(const Budget &source, EpochBook &book)
    : budget(source)
    , definition(definitionOf(source))
    , wildcards(wildcardsOf(source.selector))
    , epochs(book)
    , rolls(source.window.kind == WindowKind::Rolling)
{
    change(source);
    if (wildcards.empty()) {
        static_cast<void>(seriesWith({})); // so that it is on view before the first call
    }
}

void LiveBudget::change(const Budget &changed)
{
    budget = changed;
    enforced = changed.mode == BudgetMode::Enforce;
    m_base = amountsOf(changed);
    Budget raised = changed;
    raised.limit += changed.raise ? changed.raise->by : 0;
    m_raised = amountsOf(raised);
    updateMarks();
}

LiveBudget::Amounts LiveBudget::amountsOf(const Budget &budget)
{
    return {budget.cap(),
            budget.softMarks.empty() ? std::numeric_limits<qint64>::max()
                                     : budget.markAmount(budget.softMarks.front())};
}

void LiveBudget::updateMarks()
{
    for (auto &[values, series] : lines) {
        for (const auto &bucket : series.buckets) {
            updateNextMark(*bucket);
        }
    }
}

void LiveBudget::renewEpochs()
{
    for (auto &[values, series] : lines) {
        series.current = nullptr;
    }
    updateMarks();
}

Series *LiveBudget::seriesOf(const Attribution &attribution)
{
    const ValuesOf values{attribution, wildcards};
    if (!values.allGiven()) {
        return nullptr;
    }
    const auto known = lines.find(values);
    return known != lines.end() ? &known->second : &seriesWith(values.copied());
}

Series &LiveBudget::seriesWith(const std::vector<QByteArray> &values)
{
    const auto [at, isNew] = lines.try_emplace(values);
    if (isNew) {
        at->second.values = values;
        at->second.label = labelOf(values);
    }
    return at->second;
}

const Series *LiveBudget::find(const std::vector<QByteArray> &values) const
{
    const auto known = lines.find(values);
    return known == lines.end() ? nullptr : &known->second;
}

std::optional<std::vector<QByteArray>> LiveBudget::valuesIn(const QByteArray &label) const
{
    const Result<Selector> selector = Selector::parse(label);
    if (!selector || selector->hasWildcard() ||
        selector->terms().size() != budget.selector.terms().size()) {
        return std::nullopt;
    }
    std::vector<QByteArray> values;
    for (std::size_t i = 0; i < selector->terms().size(); ++i) {
        const Selector::Term &own = budget.selector.terms()[i];
        const Selector::Term &given = selector->terms()[i];
        if (Facet(own) != Facet(given) || (!own.value.isEmpty() && own.value != given.value)) {
            return std::nullopt;
        }
        if (own.value.isEmpty()) {
            values.push_back(given.value);
        }
    }
    return values;
}

QByteArray LiveBudget::labelOf(const std::vector<QByteArray> &values) const
{
    return budget.selector.labelWith(values);
}

qint64 LiveBudget::epochOf(const Series &series) const
{
    return epochs.current(series.label).number;
}

Bucket &LiveBudget::bucketNow(Series &series, Time now)
{
    if (!m_span.contains(now)) {
        m_span = budget.window.spanAt(now);
        m_slot = slotAt(now);
    }
    if (!series.current || (!rolls && series.current->span.begins != m_span.begins)) {
        series.current = &bucket(series, rolls ? Span{} : m_span, epochOf(series));
    }
    if (rolls && series.current->rollTo(m_slot)) {
        rearm(*series.current, now);
    }
    return *series.current;
}

Bucket &LiveBudget::bucketAt(Series &series, Time admittedAt, qint64 epoch)
{
    return bucket(series, rolls ? Span{} : budget.window.spanAt(admittedAt), epoch);
}

Bucket &LiveBudget::bucket(Series &series, Span span, qint64 epoch)
{
    for (const auto &known : series.buckets) {
        if (known->span.begins == span.begins && known->epoch == epoch) {
            return *known;
        }
    }
    series.buckets.push_back(std::make_unique<Bucket>(*this, series, span, epoch));
    updateNextMark(*series.buckets.back());
    return *series.buckets.back();
}

Bucket *LiveBudget::currentBucket(const Series &series, Time now) const
{
    const Time begins = rolls ? Time{} : budget.window.spanAt(now).begins;
    for (const auto &known : series.buckets) {
        if (known->span.begins == begins && known->epoch == epochOf(series)) {
            return known.get();
        }
    }
    return nullptr;
}

BucketDelta LiveBudget::delta(const Bucket &bucket, qint64 amount, Time admittedAt) const
{
    const Time slot = rolls ? budget.window.slotBegin(slotAt(admittedAt)) : bucket.span.begins;
    return {bucket.key, amount, slot};
}

void LiveBudget::touch(Bucket &bucket, Time now)
{
    if (rolls && bucket.rollTo(slotAt(now))) {
        rearm(bucket, now);
    }
}

bool LiveBudget::isStale(const Series &series, const Bucket &bucket, Time now) const
{
    if (bucket.running() > 0) {
        return false;
    }
    if (bucket.epoch != epochOf(series)) {
        return true;
    }
    const bool isEmpty = bucket.settled() == 0 && bucket.announced.empty();
    if (rolls) {
        return isEmpty && bucket.slots().isEmpty();
    }
    return isEmpty || (bucket.span.ends < now && now - bucket.span.ends > ClockSlack);
}

void LiveBudget::prune(Time now)
{
    for (auto at = lines.begin(); at != lines.end();) {
        Series &series = at->second;
        std::erase_if(series.buckets, [&](const auto &bucket) {
            touch(*bucket, now);
            if (rolls) {
                bucket->dropStale(slotAt(now));
            }
            return isStale(series, *bucket, now);
        });
        series.current = nullptr;
        const bool isIdle = series.buckets.empty() && !wildcards.empty();
        at = isIdle ? lines.erase(at) : std::next(at);
    }
}

} // namespace core
