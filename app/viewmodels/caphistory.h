// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"

#include <optional>
#include <vector>

/// One change of a cap that can be taken back. No `before`: the budget was created; no `after`:
/// it was removed.
struct CapChange
{
    std::optional<core::Budget> before;
    std::optional<core::Budget> after;

    [[nodiscard]] const core::Budget &budget() const { return after ? *after : *before; }
    [[nodiscard]] CapChange reversed() const { return {after, before}; }
    /// "research: $20.00 → $17.50", "research: cap of $5.00 set", "research: cap removed".
    [[nodiscard]] QString text() const;
};

/// What was done to caps since Capstan started, to undo and redo.
class CapHistory
{
public:
    void add(CapChange change);
    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_changes.size(); }
    /// The change that must be made now.
    [[nodiscard]] std::optional<CapChange> undo();
    [[nodiscard]] std::optional<CapChange> redo();
    [[nodiscard]] QString undoText() const; ///< of the change that undo() takes back
    /// The engine refused the last change of that budget, which is as if it had not been made: a
    /// new one is gone, one that was taken back or made again stands where it stood.
    std::optional<CapChange> forget(const QByteArray &budgetId);

private:
    std::vector<CapChange> m_changes;
    std::size_t m_done = 0;
    enum class Step : quint8 { None, Made, Undone, Redone } m_last = Step::None;
};
