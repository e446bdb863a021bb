// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/reportsmodel.h"

#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ReportsModel::ReportsModel(QObject *parent)
    : QObject(parent)
    , m_range(tr("Time"),
              {{tr("last hour"), 60min},
               {tr("today"), TimeFilterChip::Since::Today},
               {tr("last 24 hours"), 24h},
               {tr("last 7 days"), 7 * 24h},
               {tr("last 30 days"), 30 * 24h},
               {tr("this month"), TimeFilterChip::Since::ThisMonth},
               {tr("everything"), TimeFilterChip::Since::Ever}})
    , m_group(tr("By"), dimensionwords::names(), ActivityFilterChip::Picks::Several)
    , m_period(tr("Per"), {})
    , m_tenant(core::Dimension::Tenant, tr("Tenant"))
    , m_model(core::Dimension::Model, tr("Model"))
    , m_tag(tr("Tag"), {})
    , m_more({&m_askedZone})
{
    m_range.choose(tr("last 7 days"));
    m_period.choose(tr("day"));
    offerPeriods();
    const auto askAnew = [this] {
        m_range.setNow(m_now, formatting::zoneOf(m_askedZone.zoneOr(m_zoneId)));
        Q_EMIT chosen();
        run();
    };
    const std::initializer_list<const ActivityFilterChip *> chips{
        &m_range, &m_group, &m_period, &m_tenant, &m_model, &m_tag};
    for (const ActivityFilterChip *chip : chips) {
        connect(chip, &ActivityFilterChip::changed, this, askAnew);
    }
    connect(&m_more, &MoreFilters::changed, this, askAnew);
    connect(&m_more, &MoreFilters::namesWanted, this, &ReportsModel::namesWanted);
    for (const LedgerFilterChip *chip :
         {&m_tenant, &m_model, m_invoices.tenant(), m_revenues.known()}) {
        connect(chip, &LedgerFilterChip::namesWanted, this, &ReportsModel::namesWanted);
    }
    connect(&m_revenues, &CallRevenues::changed, this, [this] {
        Q_EMIT chosen();
        if (amountError().isEmpty()) {
            run();
        }
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(SlowAfter);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = m_busy;
        Q_EMIT stateChanged();
    });
}

void ReportsModel::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_invoices.apply(snapshot);
    m_policy.apply(snapshot);
    if (snapshot.zone != m_zoneId) {
        m_zoneId = snapshot.zone;
        m_zone = formatting::zoneOf(snapshot.zone);
    }
    m_range.setNow(m_now, formatting::zoneOf(m_askedZone.zoneOr(m_zoneId)));
    m_more.apply(snapshot);
    m_tenant.apply(snapshot);
    m_model.apply(snapshot);
}

void ReportsModel::takeNames(core::Dimension dimension, const QStringList &names)
{
    for (LedgerFilterChip *chip : {&m_tenant, &m_model, m_invoices.tenant(), m_revenues.known()}) {
        chip->takeNames(dimension, names);
    }
    m_more.takeNames(dimension, names);
}

QList<QString> ReportsModel::titles() const
{
    QList<QString> all;
    for (const core::ReportDescription &report : core::reportDescriptions()) {
        all.push_back(reportwords::title(report.name));
    }
    return all;
}

QList<QString> ReportsModel::questions() const
{
    QList<QString> all;
    for (const core::ReportDescription &report : core::reportDescriptions()) {
        const QString ours = reportwords::question(report.name);
        all.push_back(ours.isEmpty() ? QString::fromUtf8(report.question) : ours);
    }
    return all;
}

void ReportsModel::setCurrent(int current)
{
    if (current == m_current || current < 0 || current >= std::ssize(core::reportDescriptions())) {
        return;
    }
    m_current = current;
    m_threshold.clear();
    m_answer.reset(); // what stands there answers another question
    m_chart.setReport({}, {});
    m_table.setReport({}, m_zone);
    m_stateText.clear();
    m_saving.clear();
    offerPeriods();
    Q_EMIT chosen();
    run();
}

void ReportsModel::choose(const QString &report)
{
    const auto &all = core::reportDescriptions();
    const auto found = std::ranges::find(
        all, report.toLatin1(), [](const core::ReportDescription &one) { return one.name; });
    setCurrent(found == all.end() ? -1 : static_cast<int>(found - all.begin()));
}

void ReportsModel::setAmount(const QString &amount)
{
    if (!hasThreshold()) {
        m_revenues.setOthers(amount);
    } else if (amount != m_threshold) {
        m_threshold = amount;
        Q_EMIT chosen();
        if (amountError().isEmpty()) {
            run();
        }
    }
}

QString ReportsModel::amountError() const
{
    if (!m_threshold.isEmpty() && !typednumber::dollars(m_threshold).ok()) {
        return tr("Write an amount in dollars, for example %1.").arg(typednumber::text("0.05"));
    }
    return hasRevenue() ? m_revenues.errorText() : QString();
}

void ReportsModel::run()
{
    m_stale = true;
    if (m_shown) {
        ask();
    }
}

void ReportsModel::ask()
{
    m_stale = false;
    m_busy = true;
    m_slow = false;
    m_errorText.clear();
    m_patience.start();
    Q_EMIT stateChanged();
    m_asked = query();
    Q_EMIT reportWanted(++m_ticket, m_asked, m_log);
}

void ReportsModel::ended()
{
    m_patience.stop();
    m_busy = false;
    m_slow = false;
}

void ReportsModel::take(quint64 ticket, const core::Report &report)
{
    if (ticket != m_ticket) {
        return;
    }
    ended();
    m_answer = report;
    show();
    const QString rows = tr("%Ln row(s)", nullptr, formatting::countable(report.total));
    const QString shown = formatting::count(std::ssize(report.rows));
    const QString time = formatting::clock(m_now, m_zone);
    m_stateText = report.total > std::ssize(report.rows)
                      ? tr("The first %1 of %2, as of %3").arg(shown, rows, time)
                      : tr("%1, as of %2").arg(rows, time);
    Q_EMIT stateChanged();
}

void ReportsModel::retell()
{
    if (m_answer) {
        show();
    }
}

void ReportsModel::show()
{
    const QTimeZone zone = formatting::zoneOf(m_asked.zone);
    m_chart.setReport(*m_answer, {zone, m_asked.zone, m_asked.per, m_asked.perMinute});
    m_table.setReport(*m_answer, zone);
}

void ReportsModel::reset()
{
    m_invoices.reset();
    if (m_busy) {
        ++m_ticket; // the former one may have answered already
        ended();
        Q_EMIT stateChanged();
        QMetaObject::invokeMethod(this, &ReportsModel::run, Qt::QueuedConnection);
    }
}

void ReportsModel::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        ended();
        m_errorText = sentences::translated(why);
        Q_EMIT stateChanged();
    }
}

void ReportsModel::cancel()
{
    if (!m_busy) {
        return;
    }
    ++m_ticket; // what may still come is of no use
    ended();
    m_errorText = tr("Cancelled.");
    Q_EMIT stateChanged();
    Q_EMIT cancelWanted();
}

void ReportsModel::setShown(bool shown)
{
    if (shown != m_shown) {
        m_shown = shown;
        Q_EMIT stateChanged();
        if (shown && m_stale) {
            ask();
        }
    }
}

void ReportsModel::clearFilters()
{
    m_tenant.clear();
    m_model.clear();
    m_tag.clear();
    m_more.clear();
}
