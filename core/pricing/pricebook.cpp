// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/pricebook.h"

#include "core/pricing/modelname.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace core {
namespace {

bool isGlob(QStringView name)
{
    return name.contains(u'*');
}

/// Sorts the entry that wins to the front: source, exact name, longest glob, latest date.
auto precedence(const Price &price)
{
    const bool glob = isGlob(price.model);
    return std::tuple(-static_cast<int>(price.source),
                      glob,
                      glob ? -price.model.size() : 0,
                      price.model.toCaseFolded(),
                      -price.effectiveFrom.time_since_epoch().count());
}

/// An entry is found by its bare name when that alone says something: "*" of "acme/*" would
/// cover every model there is.
bool standsAlone(QStringView bare)
{
    return !bare.isEmpty() && !bare.startsWith(u'*');
}

QHash<QString, QSet<QString>> fullNamesByBareName(const std::vector<Price> &prices)
{
    QHash<QString, QSet<QString>> names;
    for (const Price &price : prices) {
        const ModelName name(price.model);
        names[name.bare().toString()].insert(name.full().toString());
    }
    return names;
}

} // namespace

PriceBook::PriceBook(std::vector<Price> prices)
    : m_prices(std::move(prices))
{
    std::stable_sort(m_prices.begin(), m_prices.end(), [](const Price &a, const Price &b) {
        return precedence(a) < precedence(b);
    });
    const auto same = [](const Price &a, const Price &b) {
        return precedence(a) == precedence(b);
    };
    m_prices.erase(std::unique(m_prices.begin(), m_prices.end(), same), m_prices.end());

    const auto names = fullNamesByBareName(m_prices);
    for (qsizetype place = 0; place < std::ssize(m_prices); ++place) {
        const ModelName name(m_prices[static_cast<size_t>(place)].model);
        m_full.add(name.full(), place);
        const bool unambiguous = names.value(name.bare().toString()).size() == 1;
        if (unambiguous && standsAlone(name.bare())) {
            m_bare.add(name.bare(), place);
        }
    }
}

PriceBook PriceBook::with(std::vector<Price> overlay) const
{
    overlay.insert(overlay.end(), m_prices.begin(), m_prices.end());
    return PriceBook(std::move(overlay));
}

const Price *PriceBook::find(QStringView model, Time at) const
{
    const ModelName name(model);
    const Price *price = findIn(m_full, name.full(), at);
    return price != nullptr ? price : findIn(m_bare, name.bare(), at);
}

const Price *PriceBook::findIn(const Index &index, QStringView name, Time at) const
{
    const auto inForce = [&](qsizetype place) {
        return m_prices[static_cast<size_t>(place)].effectiveFrom <= at;
    };
    qsizetype best = std::ssize(m_prices);
    // fromRawData: a QHash of QString asks for a QString, and this one allocates nothing.
    const auto exact = index.exact.constFind(QString::fromRawData(name.data(), name.size()));
    if (exact != index.exact.cend()) {
        const auto place = std::find_if(exact->begin(), exact->end(), inForce);
        best = place == exact->end() ? best : *place;
    }
    for (const QChar first : {name.isEmpty() ? QChar(u'*') : name.front(), QChar(u'*')}) {
        const auto globs = index.globs.constFind(first);
        if (globs == index.globs.cend()) {
            continue;
        }
        const auto match = std::find_if(globs->begin(), globs->end(), [&](const auto &glob) {
            return glob.place >= best || (matchesGlob(glob.pattern, name) && inForce(glob.place));
        });
        best = match == globs->end() ? best : std::min(best, match->place);
    }
    return best < std::ssize(m_prices) ? &m_prices[static_cast<size_t>(best)] : nullptr;
}

void PriceBook::Index::add(QStringView name, qsizetype place)
{
    if (isGlob(name)) {
        globs[name.front()].push_back({name.toString(), place});
    } else {
        exact[name.toString()].push_back(place);
    }
}

} // namespace core
