// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/valuemap.h"

#include <algorithm>
#include <vector>

namespace core {

/// Finds what selects a call with one look-up for each combination of dimensions that selectors
/// name exactly, however many there are: ten thousand of the kind `tenant:x` cost what one costs.
template <class T>
class SelectorIndex
{
public:
    void insert(const Selector &selector, T &item)
    {
        const Place place = placeOf(selector);
        shapeWith(place.facets).items[place.values].push_back(&item);
    }

    void remove(const Selector &selector, T &item)
    {
        const Place place = placeOf(selector);
        Shape &shape = shapeWith(place.facets);
        const auto at = shape.items.find(place.values);
        std::erase(at->second, &item);
        if (at->second.empty()) {
            shape.items.erase(at);
        }
        std::erase_if(m_shapes, [](const Shape &old) { return old.items.empty(); });
    }

    /// Those whose exact terms all match; a missing wildcard value is the caller's to see.
    template <class Visit>
    void forEachCandidate(const Attribution &attribution, Visit &&visit) const
    {
        for (const Shape &shape : m_shapes) {
            const auto found = shape.items.find(ValuesOf{attribution, shape.facets});
            if (found == shape.items.end()) {
                continue;
            }
            for (T *item : found->second) {
                visit(*item);
            }
        }
    }

private:
    struct Place
    {
        std::vector<Facet> facets;
        std::vector<QByteArray> values;
    };
    struct Shape
    {
        std::vector<Facet> facets;
        ValueMap<std::vector<T *>> items;
    };

    static Place placeOf(const Selector &selector)
    {
        Place place;
        for (const Selector::Term &term : selector.terms()) {
            if (!term.value.isEmpty()) {
                place.facets.emplace_back(term);
                place.values.push_back(term.value);
            }
        }
        return place;
    }

    Shape &shapeWith(const std::vector<Facet> &facets)
    {
        const auto known = std::find_if(m_shapes.begin(), m_shapes.end(), [&](const Shape &shape) {
            return shape.facets == facets;
        });
        if (known != m_shapes.end()) {
            return *known;
        }
        m_shapes.push_back({facets, {}});
        return m_shapes.back();
    }

    std::vector<Shape> m_shapes;
};

} // namespace core
