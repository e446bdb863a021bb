// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportcontext.h"

#include <limits>
#include <map>

namespace core {

namespace {

/// The groups of attributions that share some dimensions' values, in the order of their finding.
/// Numbers find them: a list of names is slow to hash, and a hash slower than a place in a list.
class Groups
{
public:
    Groups(Attributions &attributions, const std::vector<Dimension> &dimensions)
        : m_attributions(attributions)
        , m_dimensions(dimensions)
    {}

    [[nodiscard]] std::size_t of(qint64 attribution)
    {
        const auto place = static_cast<std::size_t>(attribution);
        if (place >= m_groupOf.size()) {
            m_groupOf.resize(place + 1, Unknown);
        }
        if (m_groupOf[place] == Unknown) {
            m_groupOf[place] = groupOf(attribution);
        }
        return m_groupOf[place];
    }

    [[nodiscard]] const std::vector<QByteArrayList> &names() const { return m_names; }
    /// False when the ledger could not say what an attribution is.
    [[nodiscard]] bool areAllKnown() const { return m_areAllKnown; }

private:
    static constexpr auto Unknown = std::numeric_limits<std::size_t>::max();

    std::size_t groupOf(qint64 attribution)
    {
        const auto found = m_attributions.of(attribution);
        m_areAllKnown = m_areAllKnown && found.has_value();
        QByteArrayList names;
        for (const Dimension dimension : m_dimensions) {
            names += found.value_or(Attribution()).of(dimension);
        }
        const auto [same, isNew] = m_numbers.try_emplace(names, m_names.size());
        if (isNew) {
            m_names.push_back(std::move(names));
        }
        return same->second;
    }

    Attributions &m_attributions;
    const std::vector<Dimension> &m_dimensions;
    std::vector<std::size_t> m_groupOf;
    std::map<QByteArrayList, std::size_t> m_numbers;
    std::vector<QByteArrayList> m_names;
    bool m_areAllKnown = true;
};

} // namespace

Result<QHash<QByteArrayList, CostSum>> ReportContext::by(const std::vector<Dimension> &dimensions,
                                                         Span span)
{
    const auto perAttribution = sums.in(span, wanted);
    if (!perAttribution) {
        return perAttribution.error();
    }
    QHash<QByteArrayList, CostSum> grouped;
    for (auto it = perAttribution->cbegin(); it != perAttribution->cend(); ++it) {
        const std::optional<Attribution> attribution = attributions.of(it.key());
        if (!attribution) {
            return connection.error();
        }
        QByteArrayList names;
        for (const Dimension dimension : dimensions) {
            names += attribution->of(dimension);
        }
        grouped[names].add(*it);
    }
    return grouped;
}

Result<std::vector<QHash<QByteArrayList, CostSum>>>
ReportContext::byEach(const std::vector<Dimension> &dimensions, const std::vector<Span> &periods)
{
    Groups groups(attributions, dimensions);
    std::vector<std::vector<std::optional<CostSum>>> sums(periods.size());
    const Outcome added =
        this->sums.inEach(periods, [&](std::size_t period, qint64 attribution, const auto &sum) {
            if (!wants(attribution)) {
                return;
            }
            const std::size_t group = groups.of(attribution);
            if (group >= sums[period].size()) {
                sums[period].resize(group + 1);
            }
            std::optional<CostSum> &place = sums[period][group];
            if (!place) {
                place.emplace();
            }
            place->add(sum);
        });
    if (!added || !groups.areAllKnown()) {
        return added ? connection.error() : added.error();
    }
    std::vector<QHash<QByteArrayList, CostSum>> named(periods.size());
    for (std::size_t period = 0; period < periods.size(); ++period) {
        for (std::size_t group = 0; group < sums[period].size(); ++group) {
            if (sums[period][group]) {
                named[period].insert(groups.names()[group], *sums[period][group]);
            }
        }
    }
    return named;
}

} // namespace core
