// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/policytrial.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::hours, 3> Ranges{24h, 7 * 24h, 30 * 24h};
constexpr std::size_t MostHits = 6; ///< as many as the dialog shows without scrolling

QString summaryOf(const core::WhatIfAnswer &answer)
{
    QStringList sentences{
        PolicyTrial::tr("Of %Ln call(s), %1 would have been refused; %2 were.",
                        nullptr,
                        formatting::countable(answer.calls))
            .arg(formatting::count(answer.wouldRefuse), formatting::count(answer.wasRefused)),
        PolicyTrial::tr("Moved to a cheaper model: %1; %2 were.")
            .arg(formatting::count(answer.wouldDowngrade),
                 formatting::count(answer.wasDowngraded))};
    if (answer.wouldClamp > 0) {
        sentences +=
            PolicyTrial::tr("Answers cut shorter: %1.").arg(formatting::count(answer.wouldClamp));
    }
    return sentences.join(u' ');
}

} // namespace

PolicyTrial::PolicyTrial(QObject *parent)
    : RowListModel(parent)
    , m_zone(QTimeZone::utc())
{}

void PolicyTrial::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
}

QStringList PolicyTrial::ranges() const
{
    return {tr("last day"), tr("last 7 days"), tr("last 30 days")};
}

void PolicyTrial::setRange(int range)
{
    const int wanted = std::clamp(range, 0, static_cast<int>(Ranges.size()) - 1);
    if (wanted != m_range) {
        m_range = wanted;
        ask();
        Q_EMIT changed();
    }
}

void PolicyTrial::look(const QString &file)
{
    m_file = file.trimmed();
    ask();
}

void PolicyTrial::forget()
{
    m_summary.clear();
    m_spending.clear();
    m_errorText.clear();
    synchronise({});
}

void PolicyTrial::ask()
{
    forget();
    m_busy = !m_file.isEmpty();
    Q_EMIT changed();
    const core::Time from = m_now - Ranges.at(static_cast<std::size_t>(m_range));
    Q_EMIT wanted(++m_ticket, m_file, from, m_now);
}

void PolicyTrial::clear()
{
    look({});
}

void PolicyTrial::take(quint64 ticket, const core::WhatIfAnswer &answer)
{
    if (ticket != m_ticket) {
        return;
    }
    m_busy = false;
    m_summary = summaryOf(answer);
    m_spending = tr("Spent: %1; it would have been %2.")
                     .arg(formatting::money(answer.spent), formatting::money(answer.wouldSpend));
    std::vector<PolicyHitRow> rows;
    for (const core::WhatIfAnswer::Hit &hit : answer.hits) {
        if (rows.size() == MostHits) {
            break;
        }
        rows.push_back(
            {tr("%1, by %2").arg(QString::fromUtf8(hit.label), QString::fromUtf8(hit.budgetId)),
             formatting::count(hit.refused),
             tr("first %1; these calls cost %2")
                 .arg(formatting::when(hit.first, m_now, m_zone), formatting::money(hit.saved))});
    }
    synchronise(rows);
    Q_EMIT changed();
}

void PolicyTrial::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        m_busy = false;
        m_errorText = why;
        Q_EMIT changed();
    }
}
