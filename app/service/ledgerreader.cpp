// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/ledgerreader.h"

namespace app {

namespace {

/// As many as the tallest window shows several times over; read in a few milliseconds.
constexpr int PageSize = 200;

} // namespace

/// The thread's side: the open ledger. Used in that thread only.
class LedgerReader::Desk : public QObject
{
public:
    explicit Desk(QString ledgerFile)
        : m_ledgerFile(std::move(ledgerFile))
    {}
    [[nodiscard]] core::Result<core::Activity *> activity()
    {
        if (m_activity == nullptr) {
            auto opened = core::Activity::open(m_ledgerFile);
            if (!opened.ok()) {
                return opened.error();
            }
            m_activity = std::move(*opened);
        }
        return m_activity.get();
    }

private:
    QString m_ledgerFile;
    std::unique_ptr<core::Activity> m_activity;
};

LedgerReader::LedgerReader(const QString &ledgerFile, QObject *parent)
    : QObject(parent)
    , m_desk(new Desk(ledgerFile))
{
    m_thread.setObjectName(QStringLiteral("ledger reader"));
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

LedgerReader::~LedgerReader()
{
    m_thread.quit();
    m_thread.wait();
}

/// Puts a question in the thread, and what came of it back into this one.
template <class Question, class Take, class Refuse>
void LedgerReader::ask(Question question, Take take, Refuse refuse)
{
    const auto inThread = [this, desk = m_desk, question, take, refuse] {
        auto activity = desk->activity();
        if (!activity.ok()) {
            const QString why = activity.error().message + u' ' + activity.error().remedy;
            QMetaObject::invokeMethod(
                this, [refuse, why] { refuse(why); }, Qt::QueuedConnection);
            return;
        }
        const auto answer = question(**activity);
        const auto deliver = [take, refuse, answer] {
            if (answer.ok()) {
                take(*answer);
            } else {
                refuse(answer.error().message + u' ' + answer.error().remedy);
            }
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_desk, inThread, Qt::QueuedConnection);
}

void LedgerReader::readPage(quint64 ticket,
                              const core::ActivityFilter &filter,
                              const std::optional<core::ActivityCursor> &before)
{
    ask([filter,
         before](core::Activity &activity) { return activity.page(filter, before, PageSize); },
        [this, ticket](const core::ActivityPage &page) { Q_EMIT pageRead(ticket, page); },
        [this, ticket](const QString &why) { Q_EMIT refused(ticket, why); });
}

void LedgerReader::count(quint64 ticket, const core::ActivityFilter &filter)
{
    ask([filter](core::Activity &activity) { return activity.count(filter); },
        [this, ticket](const core::ActivityCount &count) { Q_EMIT counted(ticket, count); },
        [this, ticket](const QString &why) { Q_EMIT refused(ticket, why); });
}

void LedgerReader::readStory(const core::RequestId &id)
{
    ask([id](core::Activity &activity) { return activity.story(id); },
        [this, id](const std::optional<core::RequestStory> &story) { Q_EMIT storyRead(id, story); },
        [this, id](const QString &why) { Q_EMIT storyRefused(id, why); });
}

} // namespace app
