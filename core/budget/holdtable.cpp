// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/holdtable.h"

namespace core {

HoldTable::Entry HoldTable::add()
{
    if (m_free.empty()) {
        Q_ASSERT_X(m_holds.size() <= PlaceMask, "HoldTable", "more calls at once than ids");
        m_free.push_back(m_holds.size());
        m_holds.emplace_back();
    }
    const std::size_t place = m_free.back();
    m_free.pop_back();
    Hold &hold = m_holds[place];
    ++hold.generation; // starts at 1, so that no id is HoldId::None
    hold.serial = ++m_serial;
    ++m_size;
    return {idOf(place), &hold};
}

Hold *HoldTable::find(HoldId id)
{
    const auto number = static_cast<quint64>(id);
    const std::size_t place = number & PlaceMask;
    if (place >= m_holds.size()) {
        return nullptr;
    }
    Hold &hold = m_holds[place];
    return hold.serial != 0 && hold.generation == number >> PlaceBits ? &hold : nullptr;
}

void HoldTable::remove(HoldId id)
{
    Hold *hold = find(id);
    if (!hold) {
        return;
    }
    hold->serial = 0;
    hold->buckets.clear();
    hold->claims.clear();
    --m_size;
    if (hold->generation < LastGeneration) {
        m_free.push_back(static_cast<quint64>(id) & PlaceMask);
    }
}

} // namespace core
