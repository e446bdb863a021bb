// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/spanimport.h"

#include "core/budget/seedscope.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// As RequestId::generate() lays an id out: 48 bits of milliseconds before random ones.
constexpr int RandomBits = 16;
constexpr qsizetype LongestName = 512;
constexpr auto Unattributed = "unattributed";

/// One span's attributes; numbers as their text, because OTLP writes large ones as strings.
class Attributes
{
public:
    explicit Attributes(const QJsonArray &list)
    {
        for (const QJsonValue each : list) {
            const QJsonObject value = each["value"_L1].toObject();
            const QJsonValue only = value.isEmpty() ? QJsonValue() : *value.begin();
            m_values.insert(each["key"_L1].toString(), only.toVariant().toString().toUtf8());
        }
    }
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QByteArray text(const QString &name) const
    {
        return m_values.value(name).left(LongestName);
    }
    [[nodiscard]] qint64 count(const QString &name) const
    {
        return std::max<qint64>(0, m_values.value(name).toLongLong());
    }
    /// To the nano-dollar: whoever sent it had a binary fraction already. Nullopt for what is no
    /// amount, or below zero.
    [[nodiscard]] std::optional<Money> money(const QString &name) const
    {
        bool isNumber = false;
        const double dollars = m_values.value(name).toDouble(&isNumber);
        const auto money = Money::parse(QByteArray::number(dollars, 'f', 9));
        return isNumber && money.ok() && *money >= Money() ? std::optional(*money) : std::nullopt;
    }

private:
    QHash<QString, QByteArray> m_values;
};

const QString Total = u"llm.cost.total_usd"_s;
const QString OfInput = u"llm.cost.input_tokens_usd"_s;
const QString OfOutput = u"llm.cost.output_tokens_usd"_s;

std::optional<Money> costOf(const Attributes &span)
{
    if (span.has(Total)) {
        return span.money(Total);
    }
    const auto input = span.has(OfInput) ? span.money(OfInput) : Money();
    const auto output = span.has(OfOutput) ? span.money(OfOutput) : Money();
    return input && output ? std::optional(*input + *output) : std::nullopt;
}

void attribute(const Attributes &span, Attribution &who)
{
    who.of(Dimension::Tenant) = "default";
    const Outcome known =
        attributeTo(span.text(u"budget.scope_type"_s), span.text(u"budget.scope_key"_s), who);
    if (!known.ok()) {
        who.of(Dimension::Tenant) = Unattributed;
    }
    who.of(Dimension::Provider) = span.text(u"gen_ai.system"_s);
    who.of(Dimension::Model) = span.text(u"gen_ai.request.model"_s);
}

Time timeOf(const QJsonValue &nanoseconds)
{
    return Time(std::chrono::microseconds(nanoseconds.toVariant().toLongLong() / 1'000));
}

RequestId idOf(const QByteArray &name, Time at)
{
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return {(static_cast<quint64>(milliseconds) << RandomBits) |
                qFromBigEndian<quint16>(hash.constData()),
            qFromBigEndian<quint64>(hash.constData() + 2)};
}

std::optional<SettlementRecord> settlementOf(const QJsonValue &json, const Attributes &span)
{
    const auto cost = costOf(span);
    const Time begun = timeOf(json["startTimeUnixNano"_L1]);
    const Time ended = std::max(begun, timeOf(json["endTimeUnixNano"_L1]));
    if (!cost || begun <= Time{}) {
        return std::nullopt;
    }
    const QByteArray given = span.text(u"request.id"_s);
    const QString place = json["traceId"_L1].toString() + json["spanId"_L1].toString();
    constexpr int StatusError = 2;
    SettlementRecord record;
    record.id = idOf(given.isEmpty() ? place.toUtf8() : given, begun);
    record.admittedAt = begun;
    record.settledAt = ended;
    record.total = ended - begun;
    attribute(span, record.attribution);
    record.usage.input = span.count(u"gen_ai.usage.input_tokens"_s);
    record.usage.output = span.count(u"gen_ai.usage.output_tokens"_s);
    record.usage.quality = CountQuality::Estimated;
    record.cost = *cost;
    record.priceSource = "imported span";
    const bool failed = json["status"_L1]["code"_L1].toInt() == StatusError;
    record.ending = failed ? Ending::UpstreamError : Ending::Complete;
    return record;
}

void take(const QJsonValue &json, ImportedUsage &usage, qint64 number)
{
    const Attributes span(json["attributes"_L1].toArray());
    if (!span.has(Total) && !span.has(OfInput) && !span.has(OfOutput)) {
        return; // of a database, a page, a tool
    }
    if (auto record = settlementOf(json, span)) {
        ++usage.calls;
        usage.records.emplace_back(*std::move(record));
    } else {
        usage.firstSkipped = usage.skipped++ == 0 ? number : usage.firstSkipped;
    }
}
} // namespace

Result<ImportedUsage> parseSpans(const QByteArray &json)
{
    const QJsonValue resources = QJsonDocument::fromJson(json)["resourceSpans"_L1];
    if (!resources.isArray()) {
        return Error{ErrorCode::InvalidInput,
                     u"This is no export of spans."_s,
                     u"Send OTLP over HTTP as JSON (OTEL_EXPORTER_OTLP_PROTOCOL=http/json)."_s};
    }
    ImportedUsage usage;
    qint64 number = 0;
    for (const QJsonValue resource : resources.toArray()) {
        for (const QJsonValue scope : resource["scopeSpans"_L1].toArray()) {
            for (const QJsonValue span : scope["spans"_L1].toArray()) {
                take(span, usage, ++number);
            }
        }
    }
    return usage;
}

} // namespace core
