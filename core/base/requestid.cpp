// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/requestid.h"

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

QByteArray RequestId::toText() const
{
    return "req-" + QByteArray::number(high, 16).rightJustified(16, '0') +
           QByteArray::number(low, 16).rightJustified(16, '0');
}

} // namespace core
