// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/morefilters.h"

#include <algorithm>
#include <array>

using core::Dimension;

namespace {

/// The most asked for come first.
constexpr std::array Order{Dimension::Key,
                           Dimension::Agent,
                           Dimension::User,
                           Dimension::Team,
                           Dimension::Feature,
                           Dimension::Experiment,
                           Dimension::Namespace,
                           Dimension::Provider,
                           Dimension::Route};

} // namespace

MoreFilters::MoreFilters(const QList<ActivityFilterChip *> &others)
{
    for (const Dimension dimension : Order) {
        m_dimensions.push_back(std::make_unique<NameFilterChip>(dimension));
        m_chips += m_dimensions.back().get();
    }
    m_chips += others;
    for (const ActivityFilterChip *chip : std::as_const(m_chips)) {
        connect(chip, &ActivityFilterChip::changed, this, &MoreFilters::changed);
    }
}

void MoreFilters::apply(const core::Snapshot &snapshot)
{
    QHash<QByteArray, QString> words;
    for (const core::KeyFacts &facts : snapshot.keys) {
        words.insert(facts.id, facts.name);
    }
    chip(Dimension::Key)->setWords(words);
}

void MoreFilters::takeNames(Dimension dimension, const QStringList &names)
{
    if (NameFilterChip *const asked = chip(dimension)) {
        asked->takeNames(names);
    }
}

QStringList MoreFilters::names() const
{
    QStringList names;
    for (const ActivityFilterChip *chip : m_chips) {
        names += chip->name();
    }
    return names;
}

NameFilterChip *MoreFilters::chip(Dimension dimension) const
{
    const auto found = std::ranges::find(m_dimensions, dimension, &NameFilterChip::dimension);
    return found == m_dimensions.end() ? nullptr : found->get();
}

bool MoreFilters::isActive() const
{
    return std::ranges::any_of(m_chips, &ActivityFilterChip::isActive);
}

std::vector<std::pair<Dimension, QByteArray>> MoreFilters::values() const
{
    std::vector<std::pair<Dimension, QByteArray>> values;
    for (const auto &chip : m_dimensions) {
        if (const auto value = chip->value()) {
            values.emplace_back(chip->dimension(), *value);
        }
    }
    return values;
}

void MoreFilters::clear()
{
    for (ActivityFilterChip *chip : std::as_const(m_chips)) {
        chip->clear();
    }
}

void MoreFilters::look(ActivityFilterChip *chip)
{
    if (auto *const names = qobject_cast<NameFilterChip *>(chip)) {
        names->ask();
        Q_EMIT namesWanted(names->dimension());
    } else {
        Q_EMIT looked(chip);
    }
}
