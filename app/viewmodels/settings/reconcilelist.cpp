// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/reconcilelist.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

using namespace Qt::StringLiterals;

namespace {

/// To the last digit: that is what it is about.
QString exactly(core::Money cost, qint64 calls)
{
    return ReconcileList::tr("$%1 in %Ln call(s)", nullptr, formatting::countable(calls))
        .arg(QString::fromUtf8(cost.toDecimal()));
}

QString placeName(const QString &place)
{
    if (place == "memory"_L1) {
        return ReconcileList::tr("Memory, as this window shows it");
    }
    if (place == "metrics"_L1) {
        return ReconcileList::tr("/metrics, as Prometheus reads it");
    }
    if (place == "ledger"_L1) {
        return ReconcileList::tr("The ledger's entries");
    }
    return place == "roll-ups"_L1 ? ReconcileList::tr("The ledger's totals") : place;
}

QString told(const core::OutboxStanding &standing)
{
    using Part = core::OutboxStanding::Part;
    const auto part = [](const QString &words, const Part &one) {
        return one == Part{} ? QString() : words.arg(exactly(one.cost, one.calls));
    };
    QString text =
        ReconcileList::tr("Acknowledged %1").arg(exactly(standing.told.cost, standing.told.calls));
    text += part(ReconcileList::tr("; %1 waits"), standing.waiting);
    text += part(ReconcileList::tr("; %1 was refused"), standing.rejected);
    text += part(ReconcileList::tr("; %1 was given up"), standing.dropped);
    return text + part(ReconcileList::tr("; %1 was before it"), standing.since);
}

} // namespace

void ReconcileList::reset()
{
    if (m_isComparing) {
        m_isComparing = false;
        Q_EMIT changed();
    }
}

void ReconcileList::compare()
{
    if (!m_isComparing) {
        m_isComparing = true;
        Q_EMIT changed();
        Q_EMIT compareRequested();
    }
}

void ReconcileList::take(const core::Reconciliation &found)
{
    std::vector<PlaceRow> rows;
    for (const core::Reconciliation::Place &place : found.places) {
        PlaceRow &row = rows.emplace_back();
        row.name = placeName(place.name);
        row.text = exactly(place.sum.cost, place.sum.calls);
        row.differs = place.sum != found.places.front().sum;
    }
    for (const core::OutboxStanding &standing : found.told) {
        PlaceRow &row = rows.emplace_back();
        row.name = QString::fromUtf8(standing.destination);
        row.text = told(standing);
        row.differs = !found.places.empty() && standing.sum().cost != found.places.front().sum.cost;
    }
    synchronise(rows);
    conclude(!found.agrees(),
             found.agrees()
                 ? tr("All agree, to the nano-dollar.")
                 : sentences::translated(
                       QStringList(found.differences.begin(), found.differences.end()).join(u' ')));
}

void ReconcileList::refuse(const QString &why)
{
    conclude(true, sentences::translated(why));
}

void ReconcileList::conclude(bool differs, const QString &verdict)
{
    m_isComparing = false;
    m_differs = differs;
    m_verdict = verdict;
    Q_EMIT changed();
}
