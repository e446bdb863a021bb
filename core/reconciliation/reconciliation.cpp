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

QByteArray standingJson(const OutboxStanding &standing)
{
    JsonWriter json;
    json.text("destination", standing.destination);
    const auto add = [&json](const QByteArray &name, const OutboxStanding::Part &part) {
        json.number(QByteArray(name + "_nano_usd"), part.cost.nanos());
        json.number(QByteArray(name + "_calls"), part.calls);
    };
    add("before", standing.since);
    add("acknowledged", standing.told);
    add("waiting", standing.waiting);
    add("rejected", standing.rejected);
    add("dropped", standing.dropped);
    return json.toJson();
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

void Reconciliation::add(const OutboxStanding &standing)
{
    told.push_back(standing);
    const OutboxStanding::Part sum = standing.sum();
    const Ledger::Sum &expected = places.front().sum;
    if (sum.cost == expected.cost && sum.calls == expected.calls) {
        return;
    }
    differences.push_back(
        u"%1 accounts for %2 nano-dollars in %3 calls, %4 has %5 in %6: a difference of %7."_s
            .arg(QString::fromUtf8(standing.destination))
            .arg(sum.cost.nanos())
            .arg(sum.calls)
            .arg(places.front().name)
            .arg(expected.cost.nanos())
            .arg(expected.calls)
            .arg(sum.cost.nanos() - expected.cost.nanos()));
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
    QByteArray toldList;
    for (const OutboxStanding &standing : told) {
        toldList += (toldList.isEmpty() ? "" : ",") + standingJson(standing);
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
        .raw("destinations", '[' + toldList + ']')
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
    const auto standings = ledger.outboxStandings();
    if (!standings.ok()) {
        return standings.error();
    }
    for (const OutboxStanding &standing : *standings) {
        reconciliation.add(standing);
    }
    const auto verified = ledger.verify();
    if (!verified.ok()) {
        return verified.error();
    }
    reconciliation.differences.insert(
        reconciliation.differences.end(), verified->begin(), verified->end());
    return Done{};
}

} // namespace core
