// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QCoreApplication>

#include <map>

/// What befell calls while money burned, read off one snapshot after the other: pauses, and
/// upstreams that went down. Each is told once, when it begins and when it ends.
class BurnMarks
{
    Q_DECLARE_TR_FUNCTIONS(BurnMarks)

public:
    struct Mark
    {
        core::Time at{};
        QString text; ///< "research paused", "vLLM :8000 down"
        bool warns = false;
    };
    /// What is new since the last snapshot; of the first one, what it says is so by then.
    [[nodiscard]] std::vector<Mark> take(const core::Snapshot &snapshot);

private:
    void takePauses(const core::Snapshot &snapshot, std::vector<Mark> &marks);
    void takeUpstreams(const core::Snapshot &snapshot, std::vector<Mark> &marks);

    bool m_pausedAll = false;
    std::map<QByteArray, core::Time> m_paused; ///< tenants, and since when
    std::map<QString, core::Time> m_down;      ///< upstreams, likewise
};
