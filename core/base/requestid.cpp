// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/requestid.h"

#include "core/base/hex.h"

#include <QRandomGenerator>

#include <chrono>

namespace core {
namespace {

constexpr int RandomBitsOfHigh = 16;

quint64 millisecondsNow()
{
    using namespace std::chrono;
    const auto sinceEpoch = system_clock::now().time_since_epoch();
    return static_cast<quint64>(duration_cast<milliseconds>(sinceEpoch).count());
}

} // namespace

RequestId RequestId::generate()
{
    // One per thread, so that no worker waits for another; seeded once by the system.
    thread_local QRandomGenerator64 random = QRandomGenerator64::securelySeeded();
    thread_local RequestId last;

    const quint64 now = millisecondsNow();
    if (now > (last.high >> RandomBitsOfHigh)) {
        const quint64 randomBits = random.generate() >> (64 - RandomBitsOfHigh);
        last = {(now << RandomBitsOfHigh) | randomBits, random.generate()};
    } else if (++last.low == 0) { // the same millisecond, or a clock that was set back
        ++last.high;
    }
    return last;
}

std::optional<RequestId> RequestId::fromText(QByteArrayView text)
{
    constexpr QByteArrayView Prefix("req-");
    constexpr qsizetype Half = 16;
    if (!text.startsWith(Prefix) || text.size() != Prefix.size() + 2 * Half) {
        return std::nullopt;
    }
    const QByteArrayView digits = text.sliced(Prefix.size());
    bool highIsNumber = false;
    bool lowIsNumber = false;
    const RequestId id{digits.first(Half).toULongLong(&highIsNumber, 16),
                       digits.last(Half).toULongLong(&lowIsNumber, 16)};
    // toULongLong also takes blanks, signs and 0x, so the text must come out again.
    const bool isSame = highIsNumber && lowIsNumber && id.toText() == text;
    return isSame ? std::optional(id) : std::nullopt;
}

QByteArray RequestId::toText() const
{
    QByteArray text;
    text.reserve(36);
    text.append("req-");
    appendHex(text, high);
    appendHex(text, low);
    return text;
}

} // namespace core
