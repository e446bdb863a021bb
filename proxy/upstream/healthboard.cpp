// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/healthboard.h"

#include <algorithm>
#include <utility>

namespace proxy {

HealthBoard::Call::Call(HealthBoard &board, QByteArray model)
    : m_board(&board)
    , m_model(std::move(model))
{
    const core::Time now = board.m_clock.now();
    const std::lock_guard lock(board.m_mutex);
    board.of(m_model).began(now);
}

void HealthBoard::Call::end(const core::AttemptOutcome &outcome)
{
    if (HealthBoard *const board = std::exchange(m_board, nullptr)) {
        const core::Time now = board->m_clock.now();
        const std::lock_guard lock(board->m_mutex);
        board->of(m_model).ended(outcome, now);
    }
}

core::HealthView HealthBoard::view(const QByteArray &model) const
{
    const core::Time now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    const auto it = std::ranges::find(m_models, model, &Models::value_type::first);
    return it == m_models.end() ? core::HealthView{} : it->second.view(now);
}

core::TargetHealth &HealthBoard::of(const QByteArray &model)
{
    const auto it = std::ranges::find(m_models, model, &Models::value_type::first);
    return it == m_models.end() ? m_models.emplace_back(model, core::TargetHealth()).second
                                : it->second;
}

} // namespace proxy
