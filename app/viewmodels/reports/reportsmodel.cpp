// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/reportsmodel.h"

#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"
#include "core/reports/reportformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ReportsModel::ReportsModel(QObject *parent)
    : QObject(parent)
    , m_range(tr("Time"),
              {{tr("today"), TimeFilterChip::Since::Today},
               {tr("last 24 hours"), 24h},
               {tr("last 7 days"), 7 * 24h},
               {tr("last 30 days"), 30 * 24h},
               {tr("this month"), TimeFilterChip::Since::ThisMonth},
               {tr("everything"), TimeFilterChip::Since::Ever}})
    , m_group(tr("By"), dimensionwords::names(), ActivityFilterChip::Picks::Several)
    , m_period(tr("Per"), {tr("hour"), tr("day"), tr("week"), tr("month")})
    , m_tenant(tr("Tenant"), {})
    , m_model(tr("Model"), {})
    , m_tag(tr("Tag"), {})
    , m_more({&m_askedZone})
{
    m_range.choose(tr("last 7 days"));
    m_period.choose(tr("day"));
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
    // Tenants only ever come; naming thousands thirty times a second would be felt.
    if (snapshot.tenants.size() != m_tenants) {
        m_tenants = snapshot.tenants.size();
        QStringList tenants;
        for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
            tenants += QString::fromUtf8(tenant.name);
        }
        m_tenant.setAll(tenants);
    }
    QStringList models;
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        for (const QByteArray &model : upstream.models) {
            models += QString::fromUtf8(model);
        }
    }
    m_model.setAll(models);
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
    m_amount.clear();
    m_amountError.clear();
    m_answer.reset(); // what stands there answers another question
    m_chart.setReport({}, {});
    m_table.setReport({}, m_zone);
    m_stateText.clear();
    m_savedText.clear();
    Q_EMIT savedChanged();
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
    if (amount == m_amount) {
        return;
    }
    m_amount = amount;
    const bool isAmount = amount.isEmpty() || typednumber::dollars(amount).ok();
    m_amountError =
        isAmount ? QString()
                 : tr("Write an amount in dollars, for example %1.").arg(typednumber::text("0.05"));
    Q_EMIT chosen();
    if (isAmount) {
        run();
    }
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
    m_chart.setReport(*m_answer, {zone, m_asked.zone, m_asked.per});
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

void ReportsModel::saveCsv()
{
    if (m_answer) {
        save(core::toCsv(m_table.report()), u"csv"_s);
    }
}

void ReportsModel::saveJson()
{
    if (m_answer) {
        save(core::toJson(m_table.report()), u"json"_s);
    }
}
