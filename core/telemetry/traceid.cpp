// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/traceid.h"

#include "core/base/hex.h"

namespace core {
namespace {

QByteArray hex(quint64 number)
{
    QByteArray text;
    text.reserve(32); // two of them may follow each other
    appendHex(text, number);
    return text;
}

/// SplitMix64's finaliser: every bit of the input changes half of those of the output.
quint64 mixed(quint64 x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

} // namespace

QByteArray traceIdOf(const RequestId &id)
{
    return id == RequestId{} ? hex(0) + hex(1) : hex(id.high) + hex(id.low);
}

QByteArray spanIdOf(const RequestId &id, int attempt)
{
    const quint64 span = mixed(id.low ^ mixed(id.high + static_cast<quint64>(attempt)));
    return hex(span == 0 ? 1 : span);
}

} // namespace core
