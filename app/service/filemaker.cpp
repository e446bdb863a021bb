// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/filemaker.h"

#include "core/base/filecontent.h"
#include "core/reports/reports.h"
#include "core/reports/usageledger.h"

namespace app {

namespace {

core::Result<qint64> writeReport(const QString &ledgerFile,
                                 const core::ReportQuery &query,
                                 core::ReportFormat format,
                                 const QString &path,
                                 const core::SavingProgress &goesOn)
{
    const auto reports = core::Reports::open(ledgerFile);
    if (!reports.ok()) {
        return reports.error();
    }
    (*reports)->stopWhen([&goesOn] { return !goesOn(0); });
    const auto report = (*reports)->run(query);
    if (!report.ok()) {
        return report.error();
    }
    const core::Outcome saved = core::saveFile(path, core::toText(*report, format));
    return saved.ok() ? core::Result<qint64>(std::ssize(report->rows)) : saved.error();
}

} // namespace

FileMaker::FileMaker(const QString &ledgerFile, QObject *parent)
    : QObject(parent)
    , m_ledgerFile(ledgerFile)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowPriority);
}

FileMaker::~FileMaker()
{
    stop();
    m_thread.waitForDone();
}

void FileMaker::saveLog(const QString &path,
                        core::ReportFormat format,
                        const core::ActivityFilter &filter)
{
    make(path,
         [ledgerFile = m_ledgerFile, path, format, filter](
             const core::SavingProgress &goesOn) -> core::Result<qint64> {
             const auto activity = core::Activity::open(ledgerFile);
             return activity.ok() ? core::saveLog(**activity, filter, format, path, goesOn)
                                  : activity.error();
         });
}

void FileMaker::saveReport(const QString &path,
                           core::ReportFormat format,
                           const core::ReportQuery &query,
                           const QString &log)
{
    make(path,
         [ledgerFile = m_ledgerFile, path, format, query, log](
             const core::SavingProgress &goesOn) -> core::Result<qint64> {
             if (log.isEmpty()) {
                 return writeReport(ledgerFile, query, format, path, goesOn);
             }
             const auto ofLog = core::UsageLedger::of(log);
             return ofLog.ok() ? writeReport((*ofLog)->file(), query, format, path, goesOn)
                               : ofLog.error();
         });
}

void FileMaker::make(const QString &path, const Write &write)
{
    const quint64 number = ++m_newest;
    const auto goesOn = [this, number](qint64 rows) {
        if (rows > 0) {
            tell(number, [this, rows] { Q_EMIT progressed(rows); });
        }
        return number == m_newest;
    };
    m_thread.start([this, number, path, write, goesOn] {
        const core::Result<qint64> rows = write(goesOn);
        if (rows.ok()) {
            tell(number, [this, path] { Q_EMIT saved(path); });
            return;
        }
        const QString why = rows.error().message + u' ' + rows.error().remedy;
        tell(number, [this, why] { Q_EMIT refused(why); });
    });
}

/// In the main thread, unless nobody waits for that file any more.
void FileMaker::tell(quint64 number, const std::function<void()> &news)
{
    const auto deliver = [this, number, news] {
        if (number == m_newest) {
            news();
        }
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

} // namespace app
