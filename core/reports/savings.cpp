// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/ledger/records.h"
#include "core/reports/reportcontext.h"
#include "core/reports/reportprices.h"

#include <algorithm>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Downgraded calls that are priced one by one: of more, the newest so many, in about 60 ms.
constexpr int MostPriced = 20'000;
constexpr qint64 TokensPerRate = 1'000'000;

// 2 is Decision::Downgrade; in these words SQLite takes the index over unusual decisions.
constexpr auto Downgraded = R"(
    SELECT h.attribution, h.reason, s.cost, s.input, s.cached_input, s.cache_write, s.output
    FROM hold AS h CROSS JOIN settlement AS s USING (id_high, id_low, attempt)
    WHERE h.decision = 2 AND h.decision <> 0 AND h.admitted_at >= ? AND h.admitted_at < ?
    ORDER BY h.admitted_at DESC LIMIT ?)"_L1;
static_assert(static_cast<int>(Decision::Downgrade) == 2);

constexpr auto PromptCache = "prompt_cache";
constexpr auto ResponseCache = "response_cache";
constexpr auto Routing = "routing";

struct Saving
{
    qint64 calls = 0;
    qint64 tokens = 0;
    Money cost;
    Money saved;
};
/// By kind, model, and the model that would have been used instead.
using Savings = std::map<std::array<QByteArray, 3>, Saving>;

const Price *priceOf(const ReportContext &context, const QByteArray &model)
{
    return context.query.prices->find(QString::fromUtf8(model), context.query.now);
}

/// Tokens that were in the upstream's cache, at the difference of the two rates.
Outcome addPromptCache(ReportContext &context, Savings &savings)
{
    const auto sums = context.by({Dimension::Provider, Dimension::Model});
    if (!sums) {
        return sums.error();
    }
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        const QByteArray &model = it.key()[1];
        const Price *price = priceOf(context, model);
        if (it.key()[0] == CacheProvider || it->usage.cachedInput == 0 || price == nullptr) {
            continue;
        }
        const qint64 less = std::max<qint64>(0, price->rates.input - price->rates.cachedInput);
        const auto nanos = static_cast<__int128>(less) * it->usage.cachedInput / TokensPerRate;
        Saving &saving = savings[{PromptCache, model, {}}];
        saving.calls += it->calls;
        saving.tokens += it->usage.cachedInput;
        saving.cost += it->cost;
        saving.saved += Money::fromNanos(static_cast<qint64>(nanos));
    }
    return Done{};
}

/// Answers that Capstan's own cache gave: all that the model would have cost.
Outcome addResponseCache(ReportContext &context, Savings &savings)
{
    const auto sums = context.by({Dimension::Provider, Dimension::Model});
    if (!sums) {
        return sums.error();
    }
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        const Price *price = priceOf(context, it.key()[1]);
        if (it.key()[0] != CacheProvider || price == nullptr) {
            continue;
        }
        const Result<Money> full = charge(*price, it->usage);
        savings[{ResponseCache, it.key()[1], {}}] = {
            it->calls, it->usage.total(), it->cost, (full ? *full : Money()) - it->cost};
    }
    return Done{};
}

QByteArray askedModel(const QByteArray &reason)
{
    const auto member = findMember(reason, "asked_model");
    return member ? jsonString(member->value(reason)).value_or(QByteArray()) : QByteArray();
}

/// Calls that went to a cheaper model, at the price of the one that was asked for.
Outcome addRouting(ReportContext &context, Savings &savings)
{
    Statement rows(context.connection, Downgraded);
    bool ok = rows.run(context.query.from, context.query.to, MostPriced);
    while (ok && rows.next()) {
        const auto attribution = context.attributions.of(rows.integer(0));
        ok = attribution.has_value();
        const QByteArray asked = askedModel(rows.bytes(1));
        const Price *price = asked.isEmpty() ? nullptr : priceOf(context, asked);
        if (!ok || !context.wants(rows.integer(0)) || price == nullptr) {
            continue;
        }
        const TokenUsage usage{
            rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), 0, {}};
        const Result<Money> instead = charge(*price, usage);
        const Money cost = Money::fromNanos(rows.integer(2));
        Saving &saving = savings[{Routing, attribution->of(Dimension::Model), asked}];
        saving.calls += 1;
        saving.tokens += usage.total();
        saving.cost += cost;
        saving.saved += (instead ? *instead : cost) - cost;
    }
    return ok && rows.sawAll() ? Outcome(Done{}) : Outcome(context.connection.error());
}
} // namespace

Result<Report> savings(ReportContext &context)
{
    Report report;
    report.columns = {
        "kind", "model", "instead_of", "request_count", "tokens", "cost_usd", "saved_usd"};
    Savings found;
    for (const auto add : {addPromptCache, addResponseCache, addRouting}) {
        if (const Outcome added = add(context, found); !added) {
            return added.error();
        }
    }
    for (const auto &[names, saving] : found) {
        report.rows.push_back({names[0],
                               names[1],
                               textOrNull(names[2]),
                               saving.calls,
                               saving.tokens,
                               saving.cost,
                               saving.saved});
    }
    return report;
}

} // namespace core
