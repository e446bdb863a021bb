// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/mailbox.h"

#include <utility>

namespace proxy {

void Mailbox::post(Task task)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    if (first) {
        QMetaObject::invokeMethod(
            this, [this] { deliver(); }, Qt::QueuedConnection);
    }
}

void Mailbox::deliver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_delivering.swap(m_tasks);
    }
    for (Task &task : m_delivering) {
        task();
    }
    m_delivering.clear();
}

} // namespace proxy
