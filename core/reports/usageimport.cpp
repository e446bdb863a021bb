// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/usageimport.h"

#include "core/base/jsontext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// As RequestId::generate() lays an id out: 48 bits of milliseconds before random ones.
constexpr int RandomBits = 16;
constexpr qint64 LongestName = 512;

/// One line, asked by name; names inside audit_tags count too.
class Line
{
public:
    explicit Line(QByteArrayView text)
        : m_text(text)
    {}

    [[nodiscard]] std::optional<QByteArrayView> value(QByteArrayView name) const
    {
        if (const auto member = findMember(m_text, name)) {
            return member->value(m_text);
        }
        const auto tags = findMember(m_text, "audit_tags");
        if (!tags || !tags->value(m_text).startsWith('{')) {
            return std::nullopt;
        }
        const QByteArrayView inner = tags->value(m_text);
        const auto member = findMember(inner, name);
        return member ? std::optional(member->value(inner)) : std::nullopt;
    }
    /// Of the first of these names that has one; a number stands for its digits.
    [[nodiscard]] QByteArray text(std::initializer_list<QByteArrayView> names) const
    {
        for (const QByteArrayView name : names) {
            const auto json = value(name);
            if (json && *json != "null") {
                const QByteArray found = jsonString(*json).value_or(json->toByteArray());
                return found.left(LongestName);
            }
        }
        return {};
    }
    [[nodiscard]] qint64 count(QByteArrayView name) const
    {
        const auto json = value(name);
        return json ? std::max<qint64>(0, jsonInteger(*json).value_or(0)) : 0;
    }
    [[nodiscard]] bool isTrue(QByteArrayView name) const { return value(name) == "true"; }

private:
    QByteArrayView m_text;
};

std::optional<Time> timeOf(const Line &line)
{
    // The seed's decision log writes "+00:00Z", which is neither.
    QByteArray text = line.text({"timestamp"});
    text.replace("+00:00Z", "Z");
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.isValid() ? std::optional(Time(std::chrono::milliseconds(time.toMSecsSinceEpoch())))
                          : std::nullopt;
}

RequestId idOf(const Line &line, QByteArrayView text, Time at)
{
    const QByteArray given = line.text({"request_id"});
    const QByteArray hash = QCryptographicHash::hash(given.isEmpty() ? text.toByteArray() : given,
                                                     QCryptographicHash::Sha256);
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return {(static_cast<quint64>(milliseconds) << RandomBits) |
                qFromBigEndian<quint16>(hash.constData()),
            qFromBigEndian<quint64>(hash.constData() + 2)};
}

Attribution attributionOf(const Line &line)
{
    Attribution who;
    const auto put = [&](Dimension dimension, std::initializer_list<QByteArrayView> names) {
        who.of(dimension) = line.text(names);
    };
    put(Dimension::Tenant, {"tenant_id"});
    put(Dimension::Agent, {"caller_id", "agent_id"});
    put(Dimension::User, {"user_id"});
    put(Dimension::Feature, {"use_case", "feature_id"});
    put(Dimension::Experiment, {"experiment_id"});
    put(Dimension::Namespace, {"budget_namespace"});
    put(Dimension::Provider, {"provider_selected", "provider"});
    put(Dimension::Model, {"model_selected", "selected_model", "model"});
    put(Dimension::Route, {"route_name", "route"});
    if (who.of(Dimension::Tenant).isEmpty()) {
        who.of(Dimension::Tenant) = "default";
    }
    return who;
}

/// Success is what ended by itself: the seed's question asks for the share of "stop".
Ending endingOf(const Line &line)
{
    const QByteArray reason = line.text({"finish_reason"});
    const QByteArray status = line.text({"status"});
    if (reason == "length") {
        return Ending::Cut;
    }
    const bool failed = status == "error" || (!reason.isEmpty() && reason != "stop");
    return failed ? Ending::UpstreamError : Ending::Complete;
}

/// What is said of a line that cannot be used; a sentence's end.
Error unusable(const QString &why)
{
    return {ErrorCode::InvalidInput, why, {}};
}

Result<SettlementRecord> settlementOf(QByteArrayView text)
{
    if (!membersOf(text)) {
        return unusable(u"it is no JSON object"_s);
    }
    const Line line(text);
    const auto at = timeOf(line);
    const QByteArray price = line.text({"estimated_cost_usd"});
    const Result<Money> cost = Money::parse(price.isEmpty() ? QByteArray("0") : price);
    if (!at) {
        return unusable(u"it has no timestamp"_s);
    }
    if (!cost || *cost < Money()) {
        return unusable(u"its estimated_cost_usd is no amount"_s);
    }
    if (line.text({"status"}) == "denied") {
        return unusable(u"it was denied, and cost nothing"_s);
    }
    SettlementRecord record;
    record.id = idOf(line, text, *at);
    record.admittedAt = *at;
    record.total = std::chrono::milliseconds(line.count("latency_ms"));
    record.settledAt = *at + record.total;
    record.attribution = attributionOf(line);
    record.usage.input = line.count("tokens_in");
    record.usage.output = line.count("tokens_out");
    record.usage.quality = CountQuality::Estimated;
    record.cost = *cost;
    record.priceSource = "imported usage";
    record.ending = endingOf(line);
    return record;
}

HoldRecord fallbackBefore(const SettlementRecord &settlement)
{
    HoldRecord hold;
    hold.id = settlement.id;
    hold.admittedAt = settlement.admittedAt;
    hold.attribution = settlement.attribution;
    hold.bound = {settlement.cost, settlement.usage.total(), 1};
    hold.decision = Decision::Fallback;
    return hold;
}

void skip(ImportedUsage &usage, const SkippedLine &line)
{
    usage.firstSkipped = usage.skipped++ == 0 ? line.number : usage.firstSkipped;
    if (usage.skippedLines.size() < ImportedUsage::MostReasons) {
        usage.skippedLines.push_back(line);
    }
}
} // namespace

Result<ImportedUsage> parseUsage(const QByteArray &lines)
{
    ImportedUsage usage;
    qint64 number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        const QByteArray text = line.trimmed();
        if (text.isEmpty()) {
            continue;
        }
        auto settlement = settlementOf(text);
        if (!settlement) {
            skip(usage, {number, settlement.error().message});
            continue;
        }
        ++usage.calls;
        if (Line(text).isTrue("is_fallback") || Line(text).isTrue("fallback_triggered")) {
            usage.records.emplace_back(fallbackBefore(*settlement));
        }
        usage.records.emplace_back(*std::move(settlement));
    }
    if (usage.calls == 0) {
        return Error{ErrorCode::InvalidInput,
                     usage.skipped == 0 ? u"The log is empty."_s
                                        : u"No line of the log can be used."_s,
                     u"Give JSON lines that have at least a timestamp and estimated_cost_usd."_s};
    }
    return usage;
}

} // namespace core
