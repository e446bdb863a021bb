// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricetierlist.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/typedrates.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>

namespace {

core::Error wrong(const QString &why, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, why, remedy};
}

} // namespace

QString &PriceTierList::Line::of(Role role)
{
    switch (role) {
    case From:
        return from;
    case Input:
        return input;
    case Cached:
        return cached;
    case CacheWrite:
        return cacheWrite;
    default:
        return output;
    }
}

bool PriceTierList::Line::isEmpty() const
{
    const auto isBlank = [](const QString &text) {
        return text.trimmed().isEmpty();
    };
    return isBlank(from) && isBlank(input) && isBlank(cached) && isBlank(cacheWrite) &&
           isBlank(output);
}

core::Result<core::Tier> PriceTierList::Line::read() const
{
    const auto tokens = typednumber::whole(from);
    if (!tokens.ok() || *tokens < 1) {
        return wrong(tr("From how many tokens of the prompt on?"),
                     tr("Write a whole number such as 200000."));
    }
    const auto rates = typedrates::read({input, cached, cacheWrite, output});
    if (!rates.ok()) {
        return rates.error();
    }
    core::Price alone;
    alone.model = tr("long prompts");
    alone.rates = *rates;
    const core::Outcome possible = core::check(alone);
    return possible.ok() ? core::Result<core::Tier>(core::Tier{*tokens, *rates}) : possible.error();
}

/// A row among the others.
core::Result<core::Tier> PriceTierList::read(const Line &line) const
{
    auto tier = line.read();
    const auto begins = [&tier](const Line &other) {
        const auto tokens = typednumber::whole(other.from);
        return tokens.ok() && *tokens == tier->fromPromptTokens;
    };
    if (tier.ok() && std::ranges::count_if(m_lines, begins) > 1) {
        return wrong(tr("Another row begins at %1 tokens as well.")
                         .arg(formatting::count(tier->fromPromptTokens)),
                     tr("Change or remove one of them."));
    }
    return tier;
}

void PriceTierList::begin(const std::vector<core::Tier> &tiers)
{
    beginResetModel();
    m_lines.clear();
    for (const core::Tier &tier : tiers) {
        const typedrates::Texts texts = typedrates::texts(tier.rates);
        m_lines.push_back({formatting::count(tier.fromPromptTokens),
                           texts.input,
                           texts.cached,
                           texts.cacheWrite,
                           texts.output});
    }
    endResetModel();
    Q_EMIT changed();
}

core::Result<std::vector<core::Tier>> PriceTierList::tiers() const
{
    std::vector<core::Tier> tiers;
    for (const Line &line : m_lines) {
        if (line.isEmpty()) {
            continue;
        }
        const auto tier = read(line);
        if (!tier.ok()) {
            return wrong(tr("A row of the long prompts cannot be read."),
                         tr("It says what is wrong."));
        }
        tiers.push_back(*tier);
    }
    std::ranges::sort(tiers, {}, &core::Tier::fromPromptTokens);
    return tiers;
}

int PriceTierList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PriceTierList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role < From || role > Problem) {
        return {};
    }
    Line line = m_lines[static_cast<std::size_t>(index.row())];
    if (role != Problem) {
        return line.of(static_cast<Role>(role));
    }
    const auto tier = line.isEmpty() ? core::Result<core::Tier>(core::Tier()) : read(line);
    return tier.ok() ? QString() : sentences::of(tier.error());
}

QHash<int, QByteArray> PriceTierList::roleNames() const
{
    return {{From, "from"},
            {Input, "input"},
            {Cached, "cached"},
            {CacheWrite, "cacheWrite"},
            {Output, "output"},
            {Problem, "problem"}};
}

void PriceTierList::add()
{
    beginInsertRows({}, count(), count());
    m_lines.emplace_back();
    endInsertRows();
    Q_EMIT changed();
    Q_EMIT edited();
}

void PriceTierList::remove(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
    Q_EMIT edited();
}

void PriceTierList::put(int row, Role role, const QString &text)
{
    if (row < 0 || row >= count() || m_lines[static_cast<std::size_t>(row)].of(role) == text) {
        return;
    }
    m_lines[static_cast<std::size_t>(row)].of(role) = text;
    // What is wrong with a row may be another that begins where it does.
    Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT edited();
}
