// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/reportdesk.h"

#include <utility>

namespace proxy {

ReportDesk::ReportDesk(QString ledgerFile)
    : m_ledgerFile(std::move(ledgerFile))
    , m_thread([this] { live(); })
{}

ReportDesk::~ReportDesk()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ReportDesk::ask(core::ReportQuery query, Answer answer)
{
    run([this, query = std::move(query), answer = std::move(answer)](const QString &file) {
        if (!m_reports) {
            auto opened = core::Reports::open(file);
            if (!opened.ok()) {
                answer(opened.error());
                return;
            }
            m_reports = std::move(*opened);
        }
        answer(m_reports->run(query));
    });
}

void ReportDesk::run(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void ReportDesk::live()
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isStopping || !m_tasks.empty(); });
            if (m_isStopping) {
                break;
            }
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(m_ledgerFile);
    }
    m_reports.reset(); // in the thread that opened it
}

} // namespace proxy
