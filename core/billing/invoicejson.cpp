// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/invoicejson.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/reports/periods.h"

#include <QDateTime>

namespace core {
using namespace Qt::StringLiterals;

namespace {
QByteArray lineJson(const InvoiceLine &line)
{
    JsonWriter json;
    json.text("provider", line.provider)
        .text("model", line.model)
        .text("period_begins", isoText(line.period.begins))
        .text("period_ends", isoText(line.period.ends))
        .number("request_count", line.calls)
        .number("input_tokens", line.input)
        .number("cached_input_tokens", line.cachedInput)
        .number("output_tokens", line.output)
        .money("cost_usd", line.cost)
        .money("amount_usd", line.amount);
    return line.corrects == 0 ? json.null("corrects_invoice").toJson()
                              : json.number("corrects_invoice", line.corrects).toJson();
}

/// Reads members of one object, and remembers whether any was missing.
class Reader
{
public:
    explicit Reader(QByteArrayView json)
        : m_json(json)
    {}

    [[nodiscard]] bool isGood() const { return m_isGood; }
    QByteArray text(QByteArrayView name)
    {
        const auto found = jsonString(value(name));
        m_isGood = m_isGood && found.has_value();
        return found.value_or(QByteArray());
    }
    qint64 number(QByteArrayView name)
    {
        const auto found = jsonInteger(value(name));
        m_isGood = m_isGood && found.has_value();
        return found.value_or(0);
    }
    Money money(QByteArrayView name)
    {
        const auto found = Money::parse(value(name));
        m_isGood = m_isGood && found.ok();
        return found ? *found : Money();
    }
    Time time(QByteArrayView name)
    {
        const auto found = QDateTime::fromString(QString::fromLatin1(text(name)), Qt::ISODate);
        m_isGood = m_isGood && found.isValid();
        return Time(std::chrono::milliseconds(found.toMSecsSinceEpoch()));
    }
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const
    {
        const auto member = findMember(m_json, name);
        return member ? member->value(m_json) : QByteArrayView();
    }

private:
    QByteArrayView m_json;
    bool m_isGood = true;
};

std::optional<InvoiceLine> lineFrom(QByteArrayView json)
{
    Reader reader(json);
    InvoiceLine line;
    line.provider = reader.text("provider");
    line.model = reader.text("model");
    line.period = {reader.time("period_begins"), reader.time("period_ends")};
    line.calls = reader.number("request_count");
    line.input = reader.number("input_tokens");
    line.cachedInput = reader.number("cached_input_tokens");
    line.output = reader.number("output_tokens");
    line.cost = reader.money("cost_usd");
    line.amount = reader.money("amount_usd");
    line.corrects =
        reader.value("corrects_invoice") == "null" ? 0 : reader.number("corrects_invoice");
    return reader.isGood() ? std::optional(line) : std::nullopt;
}
} // namespace

QByteArray toJson(const Invoice &invoice)
{
    QByteArrayList lines;
    for (const InvoiceLine &line : invoice.lines) {
        lines += lineJson(line);
    }
    return JsonWriter()
        .text("invoice", invoice.numberText())
        .number("number", invoice.number)
        .text("tenant", invoice.tenant)
        .text("period_begins", isoText(invoice.period.begins))
        .text("period_ends", isoText(invoice.period.ends))
        .textOrNull("closed_at", invoice.number == 0 ? QByteArray() : isoText(invoice.closedAt))
        .text("markup_percent", invoice.terms.percent())
        .money("cost_usd", invoice.cost())
        .money("amount_usd", invoice.amount())
        .money("payable_usd", invoice.payable())
        .raw("lines", '[' + lines.join(',') + ']')
        .toJson();
}

Result<Invoice> invoiceFromJson(const QByteArray &json)
{
    Reader reader(json);
    Invoice invoice;
    invoice.number = reader.number("number");
    invoice.tenant = reader.text("tenant");
    invoice.period = {reader.time("period_begins"), reader.time("period_ends")};
    invoice.closedAt = reader.time("closed_at");
    const auto terms = BillingTerms::fromPercent(reader.text("markup_percent"));
    bool isGood = reader.isGood() && terms;
    JsonElements elements(reader.value("lines"));
    QByteArrayView element;
    while (elements.next(element)) {
        const auto line = lineFrom(element);
        isGood = isGood && line;
        invoice.lines.push_back(line.value_or(InvoiceLine()));
    }
    if (!isGood) {
        return Error{
            ErrorCode::Internal,
            u"An invoice in the ledger cannot be read: %1"_s.arg(QString::fromUtf8(json.left(80))),
            u"Run capstan verify, and restore a backup."_s};
    }
    invoice.terms = *terms;
    return invoice;
}

} // namespace core
