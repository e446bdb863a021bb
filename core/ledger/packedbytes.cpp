// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/packedbytes.h"

namespace core::packedbytes {

namespace {
constexpr int BitsPerByte = 7;
constexpr quint64 MoreFollow = 0x80;

void append(QByteArray &bytes, qint64 number)
{
    // Zigzag: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
    auto rest = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> 63);
    for (; rest >= MoreFollow; rest >>= BitsPerByte) {
        bytes.append(static_cast<char>(rest | MoreFollow));
    }
    bytes.append(static_cast<char>(rest));
}

/// Takes one number after the other; after a fault it stands at the end and says so.
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {}

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] qint64 next()
    {
        quint64 number = 0;
        for (int shift = 0; m_at != m_end && shift < 64; shift += BitsPerByte) {
            const quint8 byte = *m_at++;
            number |= (byte & (MoreFollow - 1)) << shift;
            if (byte < MoreFollow) {
                return static_cast<qint64>(number >> 1) ^ -static_cast<qint64>(number & 1);
            }
        }
        m_at = m_end;
        m_isSound = false;
        return 0;
    }

private:
    const quint8 *m_at;
    const quint8 *m_end;
    bool m_isSound = true;
};
} // namespace

QByteArray pack(const std::map<qint64, CostSum> &sums)
{
    QByteArray bytes;
    qint64 previous = 0;
    for (const auto &[attribution, sum] : sums) {
        for (const qint64 number : {attribution - previous,
                                    sum.calls,
                                    sum.cost.nanos(),
                                    sum.largest.nanos(),
                                    sum.usage.input,
                                    sum.usage.cachedInput,
                                    sum.usage.cacheWrite,
                                    sum.usage.output,
                                    sum.usage.reasoning,
                                    qint64{sum.latency.count()},
                                    sum.failed}) {
            append(bytes, number);
        }
        previous = attribution;
    }
    return bytes;
}

bool unpack(QByteArrayView bytes, const std::function<void(qint64, const CostSum &)> &add)
{
    Numbers numbers(bytes);
    qint64 attribution = 0;
    while (!numbers.atEnd()) {
        CostSum sum;
        attribution += numbers.next();
        sum.calls = numbers.next();
        sum.cost = Money::fromNanos(numbers.next());
        sum.largest = Money::fromNanos(numbers.next());
        sum.usage.input = numbers.next();
        sum.usage.cachedInput = numbers.next();
        sum.usage.cacheWrite = numbers.next();
        sum.usage.output = numbers.next();
        sum.usage.reasoning = numbers.next();
        sum.latency = Duration(numbers.next());
        sum.failed = numbers.next();
        if (!numbers.isSound()) {
            return false;
        }
        add(attribution, sum);
    }
    return true;
}

} // namespace core::packedbytes
