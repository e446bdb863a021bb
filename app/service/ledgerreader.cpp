// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/ledgerreader.h"

#include "core/billing/invoices.h"
#include "core/reports/usageledger.h"

#include <QDateTime>
#include <QFileInfo>

namespace app {

namespace {

/// As many as the tallest window shows several times over; read in a few milliseconds.
constexpr int PageSize = 200;

QStringList sorted(const std::vector<QByteArray> &names)
{
    QStringList texts;
    texts.reserve(std::ssize(names));
    for (const QByteArray &name : names) {
        texts += QString::fromUtf8(name);
    }
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

} // namespace

/// The thread's side: the open ledger. Used in that thread only.
class LedgerReader::Desk : public QObject
{
public:
    explicit Desk(QString ledgerFile)
        : m_ledgerFile(std::move(ledgerFile))
    {}
    template <class Part>
    [[nodiscard]] core::Result<Part *> part()
    {
        auto &part = std::get<std::unique_ptr<Part>>(m_parts);
        if (part == nullptr) {
            auto opened = Part::open(m_ledgerFile);
            if (!opened.ok()) {
                return opened.error();
            }
            part = std::move(*opened);
        }
        return part.get();
    }

    /// Reports of the ledger, or of the log with that name, which is read again when it has
    /// changed.
    [[nodiscard]] core::Result<core::Reports *> reports(const QString &log)
    {
        if (log.isEmpty()) {
            m_ofLog.reset();
            m_log = nullptr;
            return part<core::Reports>();
        }
        const QFileInfo file(log);
        const QString state = log + file.lastModified().toString(Qt::ISODateWithMs) + u' ' +
                              QString::number(file.size());
        if (m_ofLog == nullptr || state != m_logState) {
            m_ofLog.reset();
            auto made = core::UsageLedger::of(log);
            if (!made.ok()) {
                return made.error();
            }
            auto opened = core::Reports::open((*made)->file());
            if (!opened.ok()) {
                return opened.error();
            }
            m_log = std::move(*made);
            m_ofLog = std::move(*opened);
            m_logState = state;
        }
        return m_ofLog.get();
    }

private:
    std::unique_ptr<core::UsageLedger> m_log; ///< outlives what reads it
    std::unique_ptr<core::Reports> m_ofLog;
    QString m_logState;
    QString m_ledgerFile;
    std::tuple<std::unique_ptr<core::Activity>,
               std::unique_ptr<core::Reports>,
               std::unique_ptr<core::AlertHistory>,
               std::unique_ptr<core::SpendHistoryReader>>
        m_parts;
};

LedgerReader::LedgerReader(const QString &ledgerFile, QObject *parent)
    : QObject(parent)
    , m_ledgerFile(ledgerFile)
    , m_desk(new Desk(ledgerFile))
{
    m_thread.setObjectName(QStringLiteral("ledger reader"));
    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

LedgerReader::~LedgerReader()
{
    ++m_simulation;
    ++m_report;
    m_thread.quit();
    m_thread.wait();
}

/// Asks that part of the ledger.
template <class Part, class Question, class Take, class Refuse>
void LedgerReader::ask(Question question, Take take, Refuse refuse)
{
    askOf([](Desk &desk) { return desk.part<Part>(); }, question, take, refuse);
}

/// Puts a question in the thread, and what came of it back into this one.
template <class Open, class Question, class Take, class Refuse>
void LedgerReader::askOf(Open open, Question question, Take take, Refuse refuse)
{
    const auto inThread = [this, desk = m_desk, open, question, take, refuse] {
        auto part = open(*desk);
        if (!part.ok()) {
            const QString why = part.error().message + u' ' + part.error().remedy;
            QMetaObject::invokeMethod(
                this, [refuse, why] { refuse(why); }, Qt::QueuedConnection);
            return;
        }
        const auto answer = question(**part);
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
    ask<core::Activity>(
        [filter, before](core::Activity &activity) {
            return activity.page(filter, before, PageSize);
        },
        [this, ticket](const core::ActivityPage &page) { Q_EMIT pageRead(ticket, page); },
        [this, ticket](const QString &why) { Q_EMIT refused(ticket, why); });
}

void LedgerReader::count(quint64 ticket, const core::ActivityFilter &filter)
{
    ask<core::Activity>(
        [filter](core::Activity &activity) { return activity.count(filter); },
        [this, ticket](const core::ActivityCount &count) { Q_EMIT counted(ticket, count); },
        [this, ticket](const QString &why) { Q_EMIT refused(ticket, why); });
}

void LedgerReader::readStory(const core::RequestId &id)
{
    ask<core::Activity>(
        [id](core::Activity &activity) { return activity.story(id); },
        [this, id](const std::optional<core::RequestStory> &story) { Q_EMIT storyRead(id, story); },
        [this, id](const QString &why) { Q_EMIT storyRefused(id, why); });
}

void LedgerReader::readNames(core::Dimension dimension)
{
    ask<core::Activity>(
        [dimension](core::Activity &activity) -> core::Result<QStringList> {
            const auto names = activity.names(dimension);
            return names.ok() ? core::Result<QStringList>(sorted(*names)) : names.error();
        },
        [this, dimension](const QStringList &names) { Q_EMIT namesRead(dimension, names); },
        [](const QString &) {}); // the page that is read beside it says why
}

void LedgerReader::readTags()
{
    ask<core::Activity>(
        [](core::Activity &activity) { return activity.tags(); },
        [this](const std::vector<core::ActivityTag> &tags) { Q_EMIT tagsRead(tags); },
        [](const QString &) {});
}

void LedgerReader::runReport(quint64 ticket, const core::ReportQuery &query, const QString &log)
{
    const quint64 number = ++m_report;
    askOf([log](Desk &desk) { return desk.reports(log); },
          [this, number, query](core::Reports &reports) {
              reports.stopWhen([this, number] { return number != m_report; });
              core::Result<core::Report> report = reports.run(query);
              reports.stopWhen({});
              return report;
          },
          [this, ticket](const core::Report &report) { Q_EMIT reportMade(ticket, report); },
          [this, ticket](const QString &why) { Q_EMIT reportFailed(ticket, why); });
}

void LedgerReader::makeInvoice(quint64 ticket, const QByteArray &tenant, const core::Span &period)
{
    ask<core::Reports>(
        [file = m_ledgerFile, tenant, period](core::Reports &) {
            return core::invoiceFor(file, tenant, period);
        },
        [this, ticket](const core::Invoice &invoice) { Q_EMIT invoiceMade(ticket, invoice); },
        [this, ticket](const QString &why) { Q_EMIT invoiceRefused(ticket, why); });
}

void LedgerReader::readInvoices()
{
    ask<core::Reports>(
        [file = m_ledgerFile](core::Reports &) { return core::closedInvoices(file, {}); },
        [this](const std::vector<core::Invoice> &closed) { Q_EMIT invoicesRead(closed); },
        [](const QString &) {}); // the invoice that is read beside them says why
}

void LedgerReader::readAlerts(quint64 ticket,
                              const core::AlertFilter &filter,
                              const std::optional<qint64> &before)
{
    ask<core::AlertHistory>(
        [filter, before](core::AlertHistory &history) {
            return history.page(filter, before, PageSize);
        },
        [this, ticket](const core::AlertPage &page) { Q_EMIT alertsRead(ticket, page); },
        [this, ticket](const QString &why) { Q_EMIT alertsRefused(ticket, why); });
}

void LedgerReader::readHistory(const core::SpendHistoryQuery &query)
{
    ask<core::SpendHistoryReader>(
        [query](core::SpendHistoryReader &reader) { return reader.read(query); },
        [this](const core::SpendHistory &history) { Q_EMIT historyRead(history); },
        [this, query](const QString &why) { Q_EMIT historyRefused(query, why); });
}

void LedgerReader::readReport(const core::ReportQuery &query)
{
    ask<core::Reports>(
        [query](core::Reports &reports) { return reports.run(query); },
        [this](const core::Report &report) { Q_EMIT reportRead(report); },
        [this, name = query.name](const QString &why) { Q_EMIT reportRefused(name, why); });
}

void LedgerReader::simulate(quint64 ticket,
                            const core::WhatIfQuestion &question,
                            const core::ActivityFilter &matching)
{
    const quint64 number = ++m_simulation;
    using Both = std::pair<core::WhatIfAnswer, core::ActivityCount>;
    ask<core::Activity>(
        [this, number, file = m_ledgerFile, question, matching](
            core::Activity &activity) -> core::Result<Both> {
            const auto answer = core::replay(
                file, question, [this, number](double) { return number == m_simulation; });
            if (!answer.ok()) {
                return answer.error();
            }
            const auto matched = activity.count(matching);
            return matched.ok() ? core::Result<Both>(Both(*answer, *matched)) : matched.error();
        },
        [this, ticket](const Both &both) { Q_EMIT simulated(ticket, both.first, both.second); },
        [this, ticket](const QString &why) { Q_EMIT simulationRefused(ticket, why); });
}

} // namespace app
