// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/invoicedesk.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QDate>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

QStringList monthsUntil(QDate day)
{
    QStringList months;
    for (int back = 0; back < InvoiceDesk::Months; ++back) {
        months += day.addMonths(-back).toString(u"yyyy-MM"_s);
    }
    return months;
}

qint64 callsOn(const core::Invoice &invoice)
{
    return std::accumulate(
        invoice.lines.begin(),
        invoice.lines.end(),
        qint64{0},
        [](qint64 sum, const core::InvoiceLine &line) { return sum + line.calls; });
}

} // namespace

InvoiceDesk::InvoiceDesk(QObject *parent)
    : QObject(parent)
    , m_tenant(core::Dimension::Tenant, tr("Tenant"))
    , m_month(tr("Period"))
    , m_closed(tr("Closed invoices"), {})
{
    const std::initializer_list<ActivityFilterChip *> chips{
        &m_tenant, &m_month, &m_askedZone, &m_closed};
    for (ActivityFilterChip *chip : chips) {
        connect(chip, &ActivityFilterChip::changed, this, [this, chip] { follow(*chip); });
    }
}

/// A closed one has its tenant and its days; other ones than these are another invoice.
void InvoiceDesk::follow(const ActivityFilterChip &chip)
{
    if (m_following) {
        return;
    }
    m_following = true;
    if (&chip != &m_closed) {
        m_closed.clear();
    } else if (const auto invoice = wanted(); invoice && m_closed.isActive()) {
        m_month.clear();
        m_tenant.choose(QString::fromUtf8(invoice->first));
    }
    m_following = false;
    m_savedText.clear();
    ask();
}

void InvoiceDesk::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = snapshot.zone;
    m_tenant.apply(snapshot);
    const QDate today = formatting::local(m_now, formatting::zoneOf(m_zone)).date();
    m_month.setMonths(monthsUntil(today));
}

void InvoiceDesk::setShown(bool shown)
{
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    if (shown) {
        Q_EMIT closedWanted();
    }
    if (shown && !m_closed.isActive() && !m_month.isActive() && m_month.choices().size() > 2) {
        m_month.choose(m_month.choices().at(1)); // asks, too: the month that is over
        return;
    }
    ask();
}

void InvoiceDesk::ask()
{
    m_invoice.reset(); // what stood there is another one
    m_asking = false;
    m_errorText.clear();
    ++m_ticket; // an answer under way is to another question, also where none is asked now
    Q_EMIT changed();
    if (const auto invoice = wanted(); m_shown && invoice) {
        Q_EMIT invoiceWanted(m_ticket, invoice->first, invoice->second);
    }
}

std::optional<std::pair<QByteArray, core::Span>> InvoiceDesk::wanted() const
{
    if (m_closed.index() >= 0) {
        const core::Invoice &invoice = m_invoices.at(static_cast<std::size_t>(m_closed.index()));
        return std::pair(invoice.tenant, invoice.period);
    }
    const auto period = core::billingPeriod(m_month.period(), m_askedZone.zoneOr(m_zone));
    return m_tenant.isActive() && period.ok()
               ? std::optional(std::pair(m_tenant.chosen().toUtf8(), *period))
               : std::nullopt;
}

void InvoiceDesk::takeClosed(const std::vector<core::Invoice> &invoices)
{
    m_invoices.assign(invoices.rbegin(), invoices.rend());
    QStringList choices;
    for (const core::Invoice &invoice : m_invoices) {
        choices += u"%1 · %2 · %3 · %4"_s.arg(QString::fromLatin1(invoice.numberText()),
                                              QString::fromUtf8(invoice.tenant),
                                              DaysFilterChip::nameOf(invoice.period, m_zone),
                                              formatting::dollars(invoice.payable()));
    }
    m_closed.setAll(choices);
}

void InvoiceDesk::take(quint64 ticket, const core::Invoice &invoice)
{
    if (ticket == m_ticket) {
        m_invoice = invoice;
        m_percent = QString::fromLatin1(invoice.terms.percent());
        Q_EMIT changed();
    }
}

void InvoiceDesk::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        m_errorText = sentences::translated(why);
        Q_EMIT changed();
    }
}

QString InvoiceDesk::title() const
{
    return !m_invoice ? tr("Choose a tenant and a period")
           : m_invoice->number > 0
               ? tr("%1, closed").arg(QString::fromLatin1(m_invoice->numberText()))
               : tr("Draft");
}

QString InvoiceDesk::summary() const
{
    if (!m_invoice) {
        return {};
    }
    const QString metered =
        tr("%Ln call(s), %1 as metered", nullptr, formatting::countable(callsOn(*m_invoice)))
            .arg(formatting::dollars(m_invoice->cost()));
    const QString percent = QString::fromLatin1(m_invoice->terms.percent());
    return m_invoice->terms.markup == 0 ? metered : tr("%1; terms %2 %").arg(metered, percent);
}

QString InvoiceDesk::payable() const
{
    return m_invoice ? formatting::dollars(m_invoice->payable()) : QString();
}

bool InvoiceDesk::isClosable() const
{
    return m_invoice && m_invoice->number == 0 && m_invoice->period.ends <= m_now;
}

void InvoiceDesk::askToClose()
{
    m_asking = isClosable();
    Q_EMIT changed();
}

QString InvoiceDesk::closingText() const
{
    return m_asking
               ? tr("%1 is to pay %2. The invoice gets its number and stays as it is for good; "
                    "what is corrected later stands on the next one.")
                     .arg(QString::fromUtf8(m_invoice->tenant), payable())
               : QString();
}

void InvoiceDesk::keepOpen()
{
    m_asking = false;
    Q_EMIT changed();
}

void InvoiceDesk::close()
{
    if (m_asking && isClosable()) {
        const core::Invoice invoice = *m_invoice; // an answer may come at once
        m_asking = false;
        Q_EMIT changed();
        tookWish();
        Q_EMIT closeWanted(invoice.tenant, invoice.period);
    }
}

QString InvoiceDesk::chosenText() const
{
    return m_tenant.chosen() + u", "_s + (m_closed.isActive() ? m_closed : m_month).chosen();
}

void InvoiceDesk::tookWish()
{
    m_wishes.push_back(chosenText());
}

void InvoiceDesk::closed(const QString &problem)
{
    const QString wish = m_wishes.isEmpty() ? chosenText() : m_wishes.takeFirst();
    const QString sentence = sentences::translated(problem);
    if (problem.isEmpty()) {
        Q_EMIT closedWanted();
    }
    if (wish == chosenText()) {
        ask();
        m_errorText = sentence;
        Q_EMIT changed();
    } else if (!problem.isEmpty()) {
        m_errorText = wish + u": "_s + sentence; // another invoice is shown by now
        Q_EMIT changed();
    }
}

void InvoiceDesk::reset()
{
    m_wishes.clear();
    if (m_shown && !m_invoice && m_errorText.isEmpty()) {
        ++m_ticket; // the former one may have answered already
        QMetaObject::invokeMethod(this, &InvoiceDesk::ask, Qt::QueuedConnection);
    }
}
