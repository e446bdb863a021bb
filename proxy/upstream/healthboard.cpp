// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/healthboard.h"

#include <utility>

namespace proxy {

HealthBoard::Call::Call(HealthBoard &board, QByteArray model)
    : m_board(&board)
    , m_model(std::move(model))
{
    const core::Time now = board.m_clock.now();
    const std::lock_guard lock(board.m_mutex);
    board.m_models[m_model].began(now);
}

void HealthBoard::Call::end(const core::AttemptOutcome &outcome)
{
    if (HealthBoard *const board = std::exchange(m_board, nullptr)) {
        const core::Time now = board->m_clock.now();
        const std::lock_guard lock(board->m_mutex);
        board->m_models[m_model].ended(outcome, now);
    }
}

core::HealthView HealthBoard::view(const QByteArray &model) const
{
    const core::Time now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    const auto it = m_models.constFind(model);
    return it == m_models.cend() ? core::HealthView{} : it->view(now);
}

} // namespace proxy
