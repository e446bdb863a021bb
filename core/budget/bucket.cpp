// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/bucket.h"

#include "core/budget/bucketkey.h"
#include "core/budget/livebudget.h"

namespace core {

Bucket::Bucket(LiveBudget &owner, Series &line, Span window, qint64 number)
    : budget(owner)
    , series(line)
    , span(window)
    , epoch(number)
    , key(BucketAddress{owner.definition, line.values, window.begins, number}.toKey())
    , m_rolls(owner.rolls)
{}

Sum Bucket::settledAt(qint64 slot) const
{
    return m_rolls ? m_slots.totalAt(slot) : m_settled;
}

void Bucket::book(Sum amount, qint64 slot)
{
    if (!m_rolls) {
        m_settled += amount;
        return;
    }
    if (amount == 0) {
        return;
    }
    m_slots.add(slot, amount);
    if (SlotTotals::counts(slot, m_slot)) {
        m_settled += amount;
    }
}

bool Bucket::rollTo(qint64 slot)
{
    if (!m_rolls || slot == m_slot) {
        return false;
    }
    m_slot = slot;
    m_settled = m_slots.totalAt(slot);
    return true;
}

} // namespace core
