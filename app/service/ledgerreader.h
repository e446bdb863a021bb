// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alerthistory.h"
#include "core/billing/invoice.h"
#include "core/reports/activity.h"
#include "core/reports/reports.h"
#include "core/reports/spendhistory.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace app {

/// Reads the ledger for the window in a thread of its own, so that no search stops the window.
/// Questions are answered in the order they were asked, by signals in the thread that made the
/// reader. The ledger is opened with the first question.
///
/// Failure: refused() with a sentence; the next question tries again.
class LedgerReader : public QObject
{
    Q_OBJECT

public:
    explicit LedgerReader(const QString &ledgerFile, QObject *parent = nullptr);
    ~LedgerReader() override; ///< waits for the question that is being answered

public Q_SLOTS:
    void readPage(quint64 ticket,
                  const core::ActivityFilter &filter,
                  const std::optional<core::ActivityCursor> &before);
    void count(quint64 ticket, const core::ActivityFilter &filter);
    void readStory(const core::RequestId &id);
    void readNames(core::Dimension dimension); ///< that the ledger has calls of
    void readTags();                           ///< likewise
    /// As readReport(), told apart by the ticket; the next question of this kind, or stopReport(),
    /// ends it unanswered. Of a log of usage instead of the ledger where one is named.
    void runReport(quint64 ticket, const core::ReportQuery &query, const QString &log);
    void stopReport() { ++m_report; }
    void makeInvoice(quint64 ticket, const QByteArray &tenant, const core::Span &period);
    void readInvoices(); ///< those that are closed
    void readAlerts(quint64 ticket,
                    const core::AlertFilter &filter,
                    const std::optional<qint64> &before);
    void readHistory(const core::SpendHistoryQuery &query);
    void readReport(const core::ReportQuery &query);
    /// Takes seconds over a long past; the next question of this kind ends it unanswered.
    void simulate(quint64 ticket,
                  const core::WhatIfQuestion &question,
                  const core::ActivityFilter &matching);

Q_SIGNALS:
    void pageRead(quint64 ticket, const core::ActivityPage &page);
    /// In alphabetical order, whatever their case, so that nobody need sort thousands in the
    /// window's thread. Never, when they cannot be read.
    void namesRead(core::Dimension dimension, const QStringList &names);
    void tagsRead(const std::vector<core::ActivityTag> &tags); ///< likewise
    void counted(quint64 ticket, const core::ActivityCount &count);
    void refused(quint64 ticket, const QString &why);
    void storyRead(const core::RequestId &id, const std::optional<core::RequestStory> &story);
    void reportRead(const core::Report &report);
    void alertsRead(quint64 ticket, const core::AlertPage &page);
    void alertsRefused(quint64 ticket, const QString &why);
    void historyRead(const core::SpendHistory &history);
    void historyRefused(const core::SpendHistoryQuery &query, const QString &why);
    void reportRefused(const QByteArray &name, const QString &why);
    void
    simulated(quint64 ticket, const core::WhatIfAnswer &answer, const core::ActivityCount &matched);
    void simulationRefused(quint64 ticket, const QString &why);
    void storyRefused(const core::RequestId &id, const QString &why);
    void reportMade(quint64 ticket, const core::Report &report);
    void reportFailed(quint64 ticket, const QString &why);
    void invoiceMade(quint64 ticket, const core::Invoice &invoice);
    void invoicesRead(const std::vector<core::Invoice> &closed); ///< never, when it cannot be read
    void invoiceRefused(quint64 ticket, const QString &why);

private:
    class Desk;
    template <class Part, class Question, class Take, class Refuse>
    void ask(Question question, Take take, Refuse refuse);
    template <class Open, class Question, class Take, class Refuse>
    void askOf(Open open, Question question, Take take, Refuse refuse);

    QString m_ledgerFile;
    std::atomic<quint64> m_simulation{0}; ///< the newest; read by the thread to give up
    std::atomic<quint64> m_report{0};     ///< likewise
    QThread m_thread;
    Desk *m_desk; ///< lives in the thread and goes with it
};

} // namespace app
