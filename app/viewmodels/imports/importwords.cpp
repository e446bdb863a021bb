// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/imports/importwords.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QSet>

#include <algorithm>

namespace importwords {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLines = 5; ///< of one kind; the rest is a number

QString calls(const core::Ledger::Sum &sum)
{
    return FileImport::tr("%Ln call(s), %1", nullptr, formatting::countable(sum.calls))
        .arg(formatting::money(sum.cost));
}

QStringList skippedIn(const core::UsagePreview &usage)
{
    if (usage.skipped == 0) {
        return {};
    }
    QStringList lines{
        FileImport::tr("Left out: %Ln line(s).", nullptr, formatting::countable(usage.skipped))};
    for (const core::SkippedLine &line : usage.skippedLines) {
        lines +=
            FileImport::tr("Line %L1: %2.").arg(line.number).arg(sentences::translated(line.why));
    }
    return lines;
}

/// What becomes of one price of a list.
enum class Fate { New, Changed, Same, Covered };

Fate fateOf(const core::Price &price, const core::Price *present)
{
    if (present == nullptr) {
        return Fate::New;
    }
    if (present->source > core::PriceSource::Imported) {
        return Fate::Covered;
    }
    return present->rates == price.rates && present->tiers == price.tiers ? Fate::Same
                                                                          : Fate::Changed;
}

QString amount(qint64 nanosPerMillion)
{
    return formatting::exactMoney(core::Money::fromNanos(nanosPerMillion));
}

QString changeOf(const core::Price &from, const core::Price &to)
{
    return FileImport::tr("%1: input %2 → %3, output %4 → %5")
        .arg(to.model,
             amount(from.rates.input),
             amount(to.rates.input),
             amount(from.rates.output),
             amount(to.rates.output));
}

/// Imported before, and not in this list.
int goneFrom(const core::PriceBook &inForce, const core::ImportedPrices &list)
{
    QSet<QString> names;
    for (const core::Price &price : list.prices) {
        names.insert(price.model);
    }
    return static_cast<int>(
        std::ranges::count_if(inForce.prices(), [&names](const core::Price &price) {
            return price.source == core::PriceSource::Imported && !names.contains(price.model);
        }));
}

} // namespace

ImportPreview of(const core::UsagePreview &usage, const QTimeZone &zone)
{
    const auto day = [&zone](core::Time time) {
        return formatting::dated(time, zone, formatting::DateForm::DayYear);
    };
    ImportPreview preview;
    preview.changesSomething = usage.isNew.calls > 0;
    preview.summary = FileImport::tr("%1, made from %2 to %3.")
                          .arg(calls(usage.all), day(usage.first), day(usage.last));
    preview.lines += preview.changesSomething
                         ? FileImport::tr("New: %1. Reports count them; no cap does, as they are "
                                          "history.")
                               .arg(calls(usage.isNew))
                         : FileImport::tr("Nothing is new.");
    if (const qint64 known = usage.all.calls - usage.isNew.calls; known > 0) {
        preview.lines +=
            FileImport::tr("In the ledger already, and not counted again: %L1.").arg(known);
    }
    for (const auto &[tenant, sum] : usage.tenants) {
        if (preview.lines.size() < MostLines) {
            preview.lines += u"%1: %2"_s.arg(QString::fromUtf8(tenant), calls(sum));
        }
    }
    preview.lines += skippedIn(usage);
    return preview;
}

ImportPreview of(const core::ImportedPrices &list, const core::PriceBook &inForce, core::Time now)
{
    std::array<int, 4> counts{};
    QStringList changes;
    for (const core::Price &price : list.prices) {
        const core::Price *const present = inForce.find(price.model, now);
        const Fate fate = fateOf(price, present);
        ++counts.at(static_cast<std::size_t>(fate));
        if (fate == Fate::Changed && changes.size() < MostLines) {
            changes += changeOf(*present, price);
        }
    }
    const auto number = [&counts](Fate fate) {
        return counts.at(static_cast<std::size_t>(fate));
    };
    ImportPreview preview;
    preview.summary =
        FileImport::tr("%Ln price(s).", nullptr, static_cast<int>(list.prices.size()));
    preview.lines += FileImport::tr("New: %L1, changed: %L2, as they are: %L3.")
                         .arg(number(Fate::New))
                         .arg(number(Fate::Changed))
                         .arg(number(Fate::Same));
    preview.lines += changes;
    if (number(Fate::Covered) > 0) {
        preview.lines +=
            FileImport::tr("Without effect, as yours go before: %L1.").arg(number(Fate::Covered));
    }
    if (const int gone = goneFrom(inForce, list); gone > 0) {
        preview.lines +=
            FileImport::tr("Imported before and not in this list, so taken away: %L1.").arg(gone);
    }
    if (list.skipped > 0) {
        preview.lines +=
            FileImport::tr("Left out, as they are no price per token: %L1.").arg(list.skipped);
    }
    return preview;
}

ImportPreview
ofConfiguration(const QByteArray &yaml, int providers, int models, const QStringList &notCarried)
{
    ImportPreview preview;
    preview.text = yaml;
    preview.summary = FileImport::tr("Providers: %L1, models: %L2.").arg(providers).arg(models);
    if (notCarried.isEmpty()) {
        preview.lines += FileImport::tr("Everything could be carried over.");
        return preview;
    }
    preview.lines += FileImport::tr(
        "Not carried over: %Ln thing(s).", nullptr, static_cast<int>(notCarried.size()));
    preview.lines += notCarried.mid(0, MostLines);
    return preview;
}

} // namespace importwords
