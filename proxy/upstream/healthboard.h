// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/targethealth.h"

#include <QByteArray>

#include <mutex>
#include <utility>
#include <vector>

namespace proxy {

/// How the models of one provider are doing, told by the calls of all workers. Any thread.
class HealthBoard
{
public:
    explicit HealthBoard(const core::Clock &clock)
        : m_clock(clock)
    {}

    /// One call to a model: counted as outstanding as long as this lives, and abandoned when it
    /// dies before end(). The board must outlive it.
    class Call
    {
    public:
        Call(HealthBoard &board, QByteArray model);
        ~Call() { end({}); }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

        void end(const core::AttemptOutcome &outcome); ///< the first one counts

    private:
        HealthBoard *m_board;
        QByteArray m_model;
    };

    [[nodiscard]] core::HealthView view(const QByteArray &model) const;

private:
    [[nodiscard]] core::TargetHealth &of(const QByteArray &model);

    const core::Clock &m_clock;
    mutable std::mutex m_mutex;
    /// A provider serves a handful, which are found sooner one by one than by a hash.
    using Models = std::vector<std::pair<QByteArray, core::TargetHealth>>;
    Models m_models;
};

} // namespace proxy
