// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/valuemap.h"

#include <QRandomGenerator>

#include <algorithm>

namespace core {

namespace {

const quint64 Seed = QRandomGenerator::system()->generate64() | 1;

quint64 fold(quint64 a, quint64 b)
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<quint64>(product) ^ static_cast<quint64>(product >> 64);
}

quint64 mix(quint64 hash, QByteArrayView bytes)
{
    constexpr quint64 Odd = 0x9E3779B97F4A7C15; // the golden ratio's bits
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    hash = fold(hash ^ static_cast<quint64>(left), Odd);
    while (left > 0) {
        quint64 word = 0;
        std::memcpy(&word, at, static_cast<std::size_t>(std::min<qsizetype>(left, 8)));
        hash = fold(hash ^ word, Odd ^ Seed);
        at += 8;
        left -= 8;
    }
    return hash;
}

} // namespace

QByteArrayView Facet::tag(const Attribution &attribution) const
{
    const auto &tags = attribution.tags;
    const auto at = std::lower_bound(
        tags.begin(), tags.end(), tagName, [](auto &tag, auto &name) { return tag.first < name; });
    return at != tags.end() && at->first == tagName ? QByteArrayView(at->second) : QByteArrayView();
}

bool ValuesOf::allGiven() const
{
    return std::all_of(facets.begin(), facets.end(), [this](const Facet &facet) {
        return !facet.of(attribution).isEmpty();
    });
}

std::vector<QByteArray> ValuesOf::copied() const
{
    std::vector<QByteArray> values;
    values.reserve(facets.size());
    for (const Facet &facet : facets) {
        values.push_back(facet.of(attribution).toByteArray());
    }
    return values;
}

std::size_t ValueHash::operator()(const std::vector<QByteArray> &values) const
{
    quint64 hash = Seed;
    for (const QByteArray &value : values) {
        hash = mix(hash, value);
    }
    return hash;
}

std::size_t ValueHash::operator()(const ValuesOf &values) const
{
    quint64 hash = Seed;
    for (const Facet &facet : values.facets) {
        hash = mix(hash, facet.of(values.attribution));
    }
    return hash;
}

bool ValueEqual::operator()(const ValuesOf &a, const std::vector<QByteArray> &b) const
{
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (a.facets[i].of(a.attribution) != QByteArrayView(b[i])) {
            return false;
        }
    }
    return true;
}

} // namespace core
