// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

/// A file that is being looked at elsewhere. A person may turn to another before the answer is
/// there; answers come in the order of the questions, so that those nobody waits for are counted.
class PendingLook
{
public:
    void begin() { m_waits = true; }
    /// Nobody waits for it any more.
    void drop() { m_dropped += std::exchange(m_waits, false) ? 1 : 0; }
    /// An answer has come; false: to a question that was dropped.
    [[nodiscard]] bool take()
    {
        if (m_dropped > 0) {
            --m_dropped;
            return false;
        }
        m_waits = false;
        return true;
    }
    /// Nothing that was asked will be answered.
    void forget() { *this = {}; }
    [[nodiscard]] bool waits() const { return m_waits; }

private:
    bool m_waits = false;
    int m_dropped = 0;
};
