// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/packedadmission.h"

#include "core/base/jsontext.h"

namespace core::packedadmission {

namespace {
constexpr int DigitBits = 7;
constexpr quint64 More = 1 << DigitBits; ///< another digit follows
constexpr int MostBits = 63;             ///< where the last digit of 64 bits begins
constexpr QByteArrayView Member = "admission";
/// In the place of a key, whose numbers are above zero: from here on they are those that cut it.
constexpr qint64 CutBy = -1;

/// The sign stands in the lowest bit, so that small numbers of either are short.
void append(QByteArray &bytes, qint64 number)
{
    quint64 left = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> MostBits);
    for (; left >= More; left >>= DigitBits) {
        bytes.append(static_cast<char>((left & (More - 1)) | More));
    }
    bytes.append(static_cast<char>(left));
}

/// False when `idOf` says nothing.
[[nodiscard]] bool
append(QByteArray &bytes, const std::vector<BudgetStanding> &budgets, const IdOf &idOf)
{
    for (const BudgetStanding &budget : budgets) {
        const std::optional<qint64> key = idOf(budget.key);
        if (!key) {
            return false;
        }
        for (const qint64 number : {*key, budget.cap, budget.settled, budget.held}) {
            append(bytes, number);
        }
    }
    return true;
}

/// Takes numbers off the front of bytes.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] qint64 next()
    {
        quint64 number = 0;
        for (int shift = 0; shift <= MostBits && !isAtEnd(); shift += DigitBits) {
            const auto digit = static_cast<quint8>(m_bytes.at(m_at++));
            number |= (digit & (More - 1)) << shift;
            if (digit < More) {
                return static_cast<qint64>(number >> 1) ^ -static_cast<qint64>(number & 1);
            }
        }
        m_isSound = false;
        return 0;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isSound = true;
};
} // namespace

std::optional<QByteArray> pack(const AdmissionRecord &record, const IdOf &idOf)
{
    constexpr qsizetype UsualBytes = 128;
    QByteArray bytes;
    bytes.reserve(UsualBytes);
    append(bytes, record.queued.count());
    const std::optional<qint64> rates = idOf(record.rates);
    if (!rates) {
        return std::nullopt;
    }
    append(bytes, *rates);
    bool isKnown = append(bytes, record.budgets, idOf);
    if (!record.cutBy.empty()) {
        append(bytes, CutBy);
        isKnown = isKnown && append(bytes, record.cutBy, idOf);
    }
    return isKnown ? std::optional(bytes) : std::nullopt;
}

std::optional<AdmissionRecord> unpack(QByteArrayView bytes, const TextOf &textOf)
{
    Reader reader(bytes);
    AdmissionRecord record;
    record.queued = Duration(reader.next());
    const auto rates = textOf(reader.next());
    record.rates = rates.value_or(QByteArray());
    bool isKnown = rates.has_value();
    std::vector<BudgetStanding> *budgets = &record.budgets;
    while (isKnown && reader.isSound() && !reader.isAtEnd()) {
        const qint64 number = reader.next();
        if (number == CutBy) {
            budgets = &record.cutBy;
            continue;
        }
        const auto key = textOf(number);
        isKnown = key.has_value();
        BudgetStanding &budget = budgets->emplace_back();
        budget.key = key.value_or(QByteArray());
        budget.cap = reader.next();
        budget.settled = reader.next();
        budget.held = reader.next();
    }
    return isKnown && reader.isSound() ? std::optional(std::move(record)) : std::nullopt;
}

std::optional<Duration> queuedIn(QByteArrayView bytes)
{
    Reader reader(bytes);
    const Duration queued(reader.next());
    return reader.isSound() ? std::optional(queued) : std::nullopt;
}

QByteArray withAdmission(const QByteArray &reason, const QByteArray &packed)
{
    return withMember(reason.isEmpty() ? "{}" : reason, Member, quotedJson(packed.toBase64()));
}

std::optional<QByteArray> admissionIn(QByteArrayView reason)
{
    const std::optional<JsonMember> member = findMember(reason, Member);
    const auto text = member ? jsonString(member->value(reason)) : std::nullopt;
    return text ? std::optional(QByteArray::fromBase64(*text)) : std::nullopt;
}

} // namespace core::packedadmission
