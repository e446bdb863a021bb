// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconciliation/reconciliation.h"

#include "core/base/jsonwriter.h"

#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
struct Figure
{
    const char *name;
    qint64 value;
};

std::array<Figure, 6> figuresOf(const Ledger::Sum &sum)
{
    return {{{"nano-dollars", sum.cost.nanos()},
             {"calls", sum.calls},
             {"input tokens", sum.usage.input},
             {"cached input tokens", sum.usage.cachedInput},
             {"cache write tokens", sum.usage.cacheWrite},
             {"output tokens", sum.usage.output}}};
}
} // namespace

void Reconciliation::add(const QString &name, const Ledger::Sum &sum)
{
    places.push_back({name, sum});
    const auto expected = figuresOf(places.front().sum);
    const auto found = figuresOf(sum);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i].value != expected[i].value) {
            differences.push_back(u"%1 has %2 %3, %4 has %5: a difference of %6."_s.arg(name)
                                      .arg(found[i].value)
                                      .arg(QString::fromLatin1(found[i].name))
                                      .arg(places.front().name)
                                      .arg(expected[i].value)
                                      .arg(found[i].value - expected[i].value));
        }
    }
}

QByteArray Reconciliation::toJson() const
{
    QByteArray placeList;
    for (const Place &place : places) {
        placeList += (placeList.isEmpty() ? "" : ",") +
                     JsonWriter()
                         .text("place", place.name.toUtf8())
                         .money("cost_usd", place.sum.cost)
                         .number("cost_nano_usd", place.sum.cost.nanos())
                         .number("calls", place.sum.calls)
                         .number("input_tokens", place.sum.usage.input)
                         .number("cached_input_tokens", place.sum.usage.cachedInput)
                         .number("cache_write_tokens", place.sum.usage.cacheWrite)
                         .number("output_tokens", place.sum.usage.output)
                         .toJson();
    }
    QByteArray sentences;
    for (const QString &difference : differences) {
        // The writer quotes values of members only; its one member is taken out of the braces.
        const QByteArray member = JsonWriter().text("d", difference.toUtf8()).toJson();
        sentences += (sentences.isEmpty() ? "" : ",") + member.mid(5, member.size() - 6);
    }
    return JsonWriter()
        .boolean("agrees", agrees())
        .raw("places", '[' + placeList + ']')
        .raw("differences", '[' + sentences + ']')
        .toJson();
}

Outcome addLedger(Reconciliation &reconciliation, Ledger &ledger)
{
    const auto entries = ledger.sumOfEntries();
    if (!entries.ok()) {
        return entries.error();
    }
    reconciliation.add(u"ledger"_s, *entries);
    const auto rollups = ledger.sum(Time::min(), Time::max());
    if (!rollups.ok()) {
        return rollups.error();
    }
    reconciliation.add(u"roll-ups"_s, *rollups);
    const auto verified = ledger.verify();
    if (!verified.ok()) {
        return verified.error();
    }
    reconciliation.differences.insert(
        reconciliation.differences.end(), verified->begin(), verified->end());
    return Done{};
}

} // namespace core
