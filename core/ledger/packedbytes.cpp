// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/packedbytes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace core::packedbytes {

namespace {
constexpr std::size_t Columns = 11;
using Figures = std::array<qint64, Columns>;
using Widths = std::array<int, Columns>;
constexpr qsizetype HeadSize = sizeof(quint32) + Columns;

Figures figuresOf(qint64 attribution, const CostSum &sum)
{
    return {attribution,
            sum.calls,
            sum.cost.nanos(),
            sum.largest.nanos(),
            sum.usage.input,
            sum.usage.cachedInput,
            sum.usage.cacheWrite,
            sum.usage.output,
            sum.usage.reasoning,
            qint64{sum.latency.count()},
            sum.failed};
}

template <class Narrow>
bool fits(qint64 figure)
{
    return figure >= std::numeric_limits<Narrow>::min() &&
           figure <= std::numeric_limits<Narrow>::max();
}

int widthOf(qint64 figure)
{
    return fits<qint8>(figure) ? 1 : fits<qint16>(figure) ? 2 : fits<qint32>(figure) ? 4 : 8;
}

/// The low bytes come first, and the sign stands in the highest of them.
void append(QByteArray &bytes, qint64 figure, int width)
{
    const qint64 little = qToLittleEndian(figure);
    bytes.append(reinterpret_cast<const char *>(&little), width);
}

qint64 take(const char *&at, int width)
{
    const char *const here = at;
    at += width;
    switch (width) {
    case 1:
        return static_cast<qint8>(*here);
    case 2:
        return qFromLittleEndian<qint16>(here);
    case 4:
        return qFromLittleEndian<qint32>(here);
    default:
        return qFromLittleEndian<qint64>(here);
    }
}

/// Of one sum, all figures together; 0 when a width is none of ours.
qsizetype strideOf(const Widths &widths)
{
    qsizetype stride = 0;
    for (const int width : widths) {
        if (width != 1 && width != 2 && width != 4 && width != 8) {
            return 0;
        }
        stride += width;
    }
    return stride;
}
} // namespace

QByteArray pack(const std::map<qint64, CostSum> &sums)
{
    Widths widths{};
    for (const auto &[attribution, sum] : sums) {
        const Figures figures = figuresOf(attribution, sum);
        for (std::size_t i = 0; i < Columns; ++i) {
            widths.at(i) = std::max(widths.at(i), widthOf(figures.at(i)));
        }
    }
    QByteArray bytes;
    append(bytes, static_cast<qint64>(sums.size()), sizeof(quint32));
    for (const int width : widths) {
        bytes.append(static_cast<char>(width));
    }
    for (const auto &[attribution, sum] : sums) {
        const Figures figures = figuresOf(attribution, sum);
        for (std::size_t i = 0; i < Columns; ++i) {
            append(bytes, figures.at(i), widths.at(i));
        }
    }
    return bytes;
}

bool unpack(QByteArrayView bytes, const std::function<void(qint64, const CostSum &)> &add)
{
    if (bytes.size() < HeadSize) {
        return false;
    }
    const auto count = qFromLittleEndian<quint32>(bytes.data());
    Widths widths{};
    std::copy_n(bytes.data() + sizeof(quint32), Columns, widths.begin());
    const qsizetype stride = strideOf(widths);
    if (bytes.size() != HeadSize + stride * count || (stride == 0 && count > 0)) {
        return false;
    }
    const char *at = bytes.data() + HeadSize;
    CostSum sum;
    for (quint32 i = 0; i < count; ++i) {
        const qint64 attribution = take(at, widths[0]);
        sum.calls = take(at, widths[1]);
        sum.cost = Money::fromNanos(take(at, widths[2]));
        sum.largest = Money::fromNanos(take(at, widths[3]));
        sum.usage.input = take(at, widths[4]);
        sum.usage.cachedInput = take(at, widths[5]);
        sum.usage.cacheWrite = take(at, widths[6]);
        sum.usage.output = take(at, widths[7]);
        sum.usage.reasoning = take(at, widths[8]);
        sum.latency = Duration(take(at, widths[9]));
        sum.failed = take(at, widths[10]);
        add(attribution, sum);
    }
    return true;
}

} // namespace core::packedbytes
