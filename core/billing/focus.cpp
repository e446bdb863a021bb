// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/focus.h"

#include "core/base/jsonwriter.h"
#include "core/billing/invoices.h"
#include "core/reports/periods.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Days of one export: three years.
constexpr std::size_t MostDays = 1'100;

// In the order of the rows below; those of our own begin with x_, as the specification wants.
const std::vector<QByteArray> Columns{
    "BilledCost",          "BillingAccountId",   "BillingAccountName", "BillingCurrency",
    "BillingPeriodEnd",    "BillingPeriodStart", "ChargeCategory",     "ChargeClass",
    "ChargeDescription",   "ChargeFrequency",    "ChargePeriodEnd",    "ChargePeriodStart",
    "ConsumedQuantity",    "ConsumedUnit",       "ContractedCost",     "EffectiveCost",
    "InvoiceId",           "InvoiceIssuerName",  "ListCost",           "PricingQuantity",
    "PricingUnit",         "ProviderName",       "PublisherName",      "ResourceId",
    "ServiceCategory",     "ServiceName",        "SubAccountId",       "SubAccountName",
    "x_CachedInputTokens", "x_InputTokens",      "x_OutputTokens",     "x_RequestCount"};

struct Charge
{
    QByteArray tenant;
    Span billingPeriod{};
    QByteArray invoice; ///< its number, of a closed period
    InvoiceLine line;
};

QByteArray orUnknown(const QByteArray &name)
{
    return name.isEmpty() ? QByteArray("unknown") : name;
}

QByteArray descriptionOf(const InvoiceLine &line)
{
    const QByteArray calls = "calls to " + orUnknown(line.model);
    return line.corrects == 0 ? "Usage: " + calls
                              : "Correction of " + QByteArray::number(line.corrects) + ": " + calls;
}

std::vector<ReportCell> rowOf(const Charge &charge)
{
    const InvoiceLine &line = charge.line;
    const qint64 tokens = line.input + line.cachedInput + line.output;
    const QByteArray model = orUnknown(line.model);
    const QByteArray provider = orUnknown(line.provider);
    return {line.amount,
            QByteArray("capstan"),
            QByteArray("Capstan"),
            QByteArray("USD"),
            isoText(charge.billingPeriod.ends),
            isoText(charge.billingPeriod.begins),
            QByteArray("Usage"),
            line.corrects == 0 ? ReportCell() : ReportCell(QByteArray("Correction")),
            descriptionOf(line),
            QByteArray("Usage-Based"),
            isoText(line.period.ends),
            isoText(line.period.begins),
            tokens,
            QByteArray("Tokens"),
            line.cost,
            line.cost,
            textOrNull(charge.invoice),
            QByteArray("Capstan"),
            line.cost,
            tokens,
            QByteArray("Tokens"),
            provider,
            provider,
            model,
            QByteArray("AI and Machine Learning"),
            QByteArray("LLM inference"),
            charge.tenant,
            charge.tenant,
            line.cachedInput,
            line.input,
            line.output,
            line.calls};
}

/// Charges that a row of roll-ups stands for.
InvoiceLine lineOf(const QByteArrayList &names, const CostSum &sum, Span day)
{
    InvoiceLine line;
    line.provider = names[1];
    line.model = names[2];
    line.period = day;
    line.calls = sum.calls;
    line.input = sum.usage.input + sum.usage.cacheWrite;
    line.cachedInput = sum.usage.cachedInput;
    line.output = sum.usage.output;
    line.cost = sum.cost;
    return line;
}

class Export
{
public:
    explicit Export(ReportContext &context)
        : m_context(context)
        , m_invoices(context.connection)
        , m_month(windowOf(context.query, WindowKind::Month))
    {}

    [[nodiscard]] Result<Report> run()
    {
        const Outcome read = addClosed();
        const Outcome open = read ? addOpen() : read;
        if (!open) {
            return open.error();
        }
        std::sort(m_charges.begin(), m_charges.end(), [](const Charge &a, const Charge &b) {
            return std::tie(a.line.period.begins, a.tenant, a.line.provider, a.line.model) <
                   std::tie(b.line.period.begins, b.tenant, b.line.provider, b.line.model);
        });
        Report report;
        report.columns = Columns;
        std::transform(m_charges.begin(), m_charges.end(), std::back_inserter(report.rows), rowOf);
        return report;
    }

private:
    [[nodiscard]] Outcome addClosed()
    {
        auto closed = m_invoices.closed({});
        if (!closed) {
            return closed.error();
        }
        m_closed = *std::move(closed);
        for (const Invoice &invoice : m_closed) {
            for (const InvoiceLine &line : invoice.lines) {
                if (m_context.span().contains(invoice.period.begins) &&
                    passes(invoice.tenant, line)) {
                    m_charges.push_back(
                        {invoice.tenant, invoice.period, invoice.numberText(), line});
                }
            }
        }
        return Done{};
    }

    /// The query's filter, as far as an invoice knows the dimension; others let nothing pass.
    [[nodiscard]] bool passes(const QByteArray &tenant, const InvoiceLine &line) const
    {
        const auto &filter = m_context.query.filter;
        return std::all_of(filter.begin(), filter.end(), [&](const auto &one) {
            const auto &[dimension, value] = one;
            return (dimension == Dimension::Tenant && value == tenant) ||
                   (dimension == Dimension::Provider && value == line.provider) ||
                   (dimension == Dimension::Model && value == line.model);
        });
    }

    [[nodiscard]] Outcome addOpen()
    {
        const auto days = periods(m_context, WindowKind::Day, MostDays);
        if (!days) {
            return days.error();
        }
        const auto sums =
            m_context.byEach({Dimension::Tenant, Dimension::Provider, Dimension::Model}, *days);
        if (!sums) {
            return sums.error();
        }
        for (std::size_t day = 0; day < days->size(); ++day) {
            const auto &ofDay = (*sums)[day];
            for (auto it = ofDay.cbegin(); it != ofDay.cend(); ++it) {
                if (Outcome added = add(it.key(), *it, (*days)[day]); !added) {
                    return added;
                }
            }
        }
        return Done{};
    }

    [[nodiscard]] Outcome add(const QByteArrayList &names, const CostSum &sum, Span day)
    {
        const QByteArray &tenant = names[0];
        const bool isBilled =
            std::any_of(m_closed.begin(), m_closed.end(), [&](const Invoice &invoice) {
                return invoice.tenant == tenant && invoice.period.contains(day.begins);
            });
        if (isBilled) {
            return Done{};
        }
        if (!m_terms.contains(tenant)) {
            const auto found = m_invoices.terms(tenant);
            if (!found) {
                return found.error();
            }
            m_terms.insert(tenant, *found);
        }
        Charge charge{tenant, m_month.spanAt(day.begins), {}, lineOf(names, sum, day)};
        charge.line.amount = m_terms.value(tenant).applyTo(sum.cost);
        m_charges.push_back(std::move(charge));
        return Done{};
    }

    ReportContext &m_context;
    Invoices m_invoices;
    Window m_month;
    std::vector<Invoice> m_closed;
    QHash<QByteArray, BillingTerms> m_terms;
    std::vector<Charge> m_charges;
};
} // namespace

Result<Report> focus(ReportContext &context)
{
    return Export(context).run();
}

} // namespace core
