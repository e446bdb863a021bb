// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/selector.h"

#include <cstring>
#include <unordered_map>
#include <vector>

namespace core {

/// Where a selector's term finds its value in an attribution.
struct Facet
{
    Dimension dimension = Dimension::Tenant;
    QByteArray tagName; ///< empty: the dimension

    explicit Facet(const Selector::Term &term)
        : dimension(term.dimension)
        , tagName(term.tagName)
    {}
    /// Empty when the attribution does not say.
    [[nodiscard]] QByteArrayView of(const Attribution &attribution) const
    {
        return tagName.isEmpty() ? QByteArrayView(attribution.of(dimension)) : tag(attribution);
    }
    friend bool operator==(const Facet &, const Facet &) = default;

private:
    [[nodiscard]] QByteArrayView tag(const Attribution &attribution) const;
};

/// Some facets' values, of which the caller's attribution is the only copy.
struct ValuesOf
{
    const Attribution &attribution;
    const std::vector<Facet> &facets;

    [[nodiscard]] bool allGiven() const;
    [[nodiscard]] std::vector<QByteArray> copied() const;
};

/// Multiply-and-fold over eight bytes at a time, with a seed of this process (so that nobody can
/// prepare names that collide): qHash took 150 ns for a tenant's name where this takes 3.
class ValueHash
{
public:
    using is_transparent = void; // NOLINT(readability-identifier-naming): the library's name

    std::size_t operator()(const std::vector<QByteArray> &values) const;
    std::size_t operator()(const ValuesOf &values) const;
};

struct ValueEqual
{
    using is_transparent = void; // NOLINT(readability-identifier-naming): the library's name

    bool operator()(const std::vector<QByteArray> &a, const std::vector<QByteArray> &b) const
    {
        return a == b;
    }
    bool operator()(const ValuesOf &a, const std::vector<QByteArray> &b) const;
    bool operator()(const std::vector<QByteArray> &a, const ValuesOf &b) const
    {
        return (*this)(b, a);
    }
};

/// Looked up straight from an attribution. Elements stay where they are.
template <class T>
using ValueMap = std::unordered_map<std::vector<QByteArray>, T, ValueHash, ValueEqual>;

} // namespace core
