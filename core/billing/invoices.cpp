// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/invoices.h"

#include "core/billing/invoicejson.h"
#include "core/reports/periods.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
Error overlaps(const Invoice &invoice, const QString &why)
{
    return {
        ErrorCode::Conflict,
        u"The period %1 to %2 of %3 %4."_s.arg(QString::fromLatin1(isoText(invoice.period.begins)),
                                               QString::fromLatin1(isoText(invoice.period.ends)),
                                               QString::fromUtf8(invoice.tenant),
                                               why),
        u"What was billed stays; corrections stand on the next invoice."_s};
}

InvoiceLine lineOf(const QByteArrayList &names, const CostSum &sum, Span period)
{
    InvoiceLine line;
    line.provider = names[0];
    line.model = names[1];
    line.period = period;
    line.calls = sum.calls;
    line.input = sum.usage.input + sum.usage.cacheWrite;
    line.cachedInput = sum.usage.cachedInput;
    line.output = sum.usage.output;
    line.cost = sum.cost;
    return line;
}

/// Takes `billed` from the line of the same provider and model, which may be none.
void subtract(std::vector<InvoiceLine> &lines, const InvoiceLine &billed)
{
    auto same = std::find_if(lines.begin(), lines.end(), [&billed](const InvoiceLine &line) {
        return line.provider == billed.provider && line.model == billed.model;
    });
    if (same == lines.end()) {
        InvoiceLine &line = lines.emplace_back();
        line.provider = billed.provider;
        line.model = billed.model;
        same = lines.end() - 1;
    }
    same->calls -= billed.calls;
    same->input -= billed.input;
    same->cachedInput -= billed.cachedInput;
    same->output -= billed.output;
    same->cost -= billed.cost;
}

bool isNothing(const InvoiceLine &line)
{
    return line.calls == 0 && line.input == 0 && line.cachedInput == 0 && line.output == 0 &&
           line.cost.isZero();
}

template <class Question>
auto ask(const QString &ledgerFile, Question question)
    -> decltype(question(std::declval<Invoices &>()))
{
    const Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    Invoices invoices(**connection);
    return question(invoices);
}
} // namespace

Result<std::vector<Invoice>> Invoices::closed(const QByteArray &tenant)
{
    Statement rows(m_connection,
                   u"SELECT content FROM invoice JOIN name ON name.id = tenant "
                   u"WHERE ?1 = x'' OR name.text = ?1 ORDER BY number"_s);
    std::vector<Invoice> invoices;
    bool ok = rows.run(tenant);
    while (ok && rows.next()) {
        auto invoice = invoiceFromJson(rows.bytes(0));
        if (!invoice) {
            return invoice.error();
        }
        invoices.push_back(*std::move(invoice));
    }
    return ok && rows.sawAll() ? Result<std::vector<Invoice>>(std::move(invoices))
                               : m_connection.error();
}

Result<BillingTerms> Invoices::terms(const QByteArray &tenant)
{
    Statement row(m_connection, u"SELECT value FROM setting WHERE name = ?"_s);
    if (!row.run(settingNameOfTerms(tenant))) {
        return m_connection.error();
    }
    if (!row.next()) {
        return row.sawAll() ? Result<BillingTerms>(BillingTerms{}) : m_connection.error();
    }
    const QByteArray percent = row.bytes(0);
    row.finish();
    return BillingTerms::fromPercent(percent);
}

Result<std::vector<InvoiceLine>> Invoices::lines(const QByteArray &tenant, Span period)
{
    const auto wanted = m_attributions.with({{Dimension::Tenant, tenant}});
    if (!wanted) {
        return wanted.error();
    }
    const ReportQuery query;
    ReportContext context{m_connection, m_attributions, m_sums, query, AttributionSet(*wanted)};
    const auto sums = context.by({Dimension::Provider, Dimension::Model}, period);
    if (!sums) {
        return sums.error();
    }
    std::vector<InvoiceLine> lines;
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        lines.push_back(lineOf(it.key(), *it, period));
    }
    std::sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return std::tie(a.provider, a.model) < std::tie(b.provider, b.model);
    });
    return lines;
}

Result<std::vector<InvoiceLine>> Invoices::corrections(const Invoice &invoice,
                                                       const std::vector<Invoice> &all)
{
    auto now = lines(invoice.tenant, invoice.period);
    if (!now) {
        return now.error();
    }
    for (const Invoice &one : all) {
        for (const InvoiceLine &line : one.lines) {
            const bool isItsOwn = one.number == invoice.number && line.corrects == 0;
            if (isItsOwn || line.corrects == invoice.number) {
                subtract(*now, line);
            }
        }
    }
    std::erase_if(*now, isNothing);
    for (InvoiceLine &line : *now) {
        line.period = invoice.period;
        line.corrects = invoice.number;
        line.amount = invoice.terms.applyTo(line.cost);
    }
    return now;
}

Result<Invoice> Invoices::of(const QByteArray &tenant, Span period)
{
    const auto earlier = closed(tenant);
    const auto conditions = terms(tenant);
    auto own = lines(tenant, period);
    if (!earlier || !conditions || !own) {
        return !earlier ? earlier.error() : !conditions ? conditions.error() : own.error();
    }
    Invoice invoice{0, tenant, period, {}, *conditions, *std::move(own)};
    for (InvoiceLine &line : invoice.lines) {
        line.amount = conditions->applyTo(line.cost);
    }
    for (const Invoice &one : *earlier) {
        if (one.period == period) {
            return one;
        }
        if (one.period.begins < period.ends && period.begins < one.period.ends) {
            return overlaps(one, u"is closed, and overlaps"_s);
        }
        const auto more = corrections(one, *earlier);
        if (!more) {
            return more.error();
        }
        invoice.lines.insert(invoice.lines.end(), more->begin(), more->end());
    }
    return invoice;
}

Result<InvoiceRecord> Invoices::closing(const QByteArray &tenant, Span period, Time now)
{
    auto invoice = of(tenant, period);
    if (!invoice) {
        return invoice.error();
    }
    if (invoice->number != 0) {
        return overlaps(*invoice, u"is closed already"_s);
    }
    if (period.ends > now) {
        return overlaps(*invoice, u"is not over yet"_s);
    }
    const auto last = m_connection.integer(u"SELECT ifnull(max(number), 0) FROM invoice"_s);
    if (!last) {
        return last.error();
    }
    invoice->number = *last + 1;
    invoice->closedAt = now;
    return InvoiceRecord{invoice->number, tenant, period, now, toJson(*invoice)};
}

Result<Invoice> invoiceFor(const QString &ledgerFile, const QByteArray &tenant, Span period)
{
    return ask(ledgerFile, [&](Invoices &invoices) { return invoices.of(tenant, period); });
}

Result<InvoiceRecord>
closingOf(const QString &ledgerFile, const QByteArray &tenant, Span period, Time now)
{
    return ask(ledgerFile,
               [&](Invoices &invoices) { return invoices.closing(tenant, period, now); });
}

Result<std::vector<Invoice>> closedInvoices(const QString &ledgerFile, const QByteArray &tenant)
{
    return ask(ledgerFile, [&](Invoices &invoices) { return invoices.closed(tenant); });
}

Outcome checkKept(const QString &ledgerFile, const InvoiceRecord &record)
{
    const auto all = closedInvoices(ledgerFile, record.tenant);
    if (!all) {
        return all.error();
    }
    const bool isKept = std::any_of(all->begin(), all->end(), [&record](const Invoice &one) {
        return toJson(one) == record.content;
    });
    if (isKept) {
        return Done{};
    }
    return Error{ErrorCode::Conflict,
                 u"Another invoice was closed at the same moment."_s,
                 u"Nothing was changed; close it again."_s};
}

} // namespace core
