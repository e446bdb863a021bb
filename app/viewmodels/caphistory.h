// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/alerts/mutechange.h"
#include "app/viewmodels/keys/keychange.h"
#include "app/viewmodels/pausechange.h"
#include "app/viewmodels/prices/pricechange.h"
#include "app/viewmodels/settings/upstreamchange.h"
#include "core/budget/budget.h"

#include <optional>
#include <variant>
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
    /// What a refusal of it goes by.
    [[nodiscard]] const QByteArray &refusedAs() const { return budget().id; }
};

using WindowChange =
    std::variant<CapChange, PriceChange, UpstreamChange, PauseChange, MuteChange, KeyChange>;

/// "research: $20.00 → $17.50"
[[nodiscard]] QString textOf(const WindowChange &change);

/// What was done to caps, prices, upstreams, pauses, mutes and keys since Capstan started, to undo
/// and redo.
class CapHistory
{
public:
    void add(WindowChange change);
    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_changes.size(); }
    /// The change that must be made now.
    [[nodiscard]] std::optional<WindowChange> undo();
    [[nodiscard]] std::optional<WindowChange> redo();
    [[nodiscard]] QString undoText() const; ///< of the change that undo() takes back
    /// The engine refused the last change if that is what it goes by, and it is as if it had not
    /// been made: a new one is gone, one that was taken back or made again stands where it stood.
    std::optional<WindowChange> forget(const QByteArray &what);
    /// The same of the own prices of that name.
    std::optional<WindowChange> forgetPrice(const QString &model);

private:
    [[nodiscard]] std::size_t last() const { return m_last == Step::Undone ? m_done : m_done - 1; }
    std::optional<WindowChange> forgetLast();

    std::vector<WindowChange> m_changes;
    std::size_t m_done = 0;
    enum class Step : quint8 { None, Made, Undone, Redone } m_last = Step::None;
};
