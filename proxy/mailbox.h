// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace proxy {

/// Work for one thread, from any other: a task posted here runs in the thread that the mailbox
/// lives in. However many tasks are posted before that thread gets to them, it is woken once.
/// Tasks that are left when the mailbox dies are dropped.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    using Task = std::function<void()>;

    explicit Mailbox(QObject *parent = nullptr)
        : QObject(parent)
    {}

    void post(Task task); ///< any thread

private:
    void deliver();

    std::mutex m_mutex;
    std::vector<Task> m_tasks;
    std::vector<Task> m_delivering;
};

} // namespace proxy
