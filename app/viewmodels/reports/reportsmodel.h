// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/morefilters.h"
#include "app/viewmodels/activity/timefilterchip.h"
#include "app/viewmodels/activity/zonefilterchip.h"
#include "app/viewmodels/reports/callrevenues.h"
#include "app/viewmodels/reports/filesaving.h"
#include "app/viewmodels/reports/invoicedesk.h"
#include "app/viewmodels/reports/policytrial.h"
#include "app/viewmodels/reports/reportchart.h"
#include "app/viewmodels/reports/reporttable.h"
#include "core/reports/reportformat.h"
#include "core/snapshot.h"

#include <QTimer>

/// The reports page: which report of which calls, and its answer as chart, table and file. Knows
/// no ledger: it asks with a ticket and takes the answer to the newest one only.
class ReportsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QList<QString> titles READ titles CONSTANT FINAL)
    Q_PROPERTY(QList<QString> questions READ questions CONSTANT FINAL)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY chosen FINAL)
    // What may be chosen; a report that does not look at one has it hidden.
    Q_PROPERTY(ActivityFilterChip *range READ range CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *group READ group CONSTANT FINAL) ///< several, in their order
    Q_PROPERTY(ActivityFilterChip *period READ period CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *model READ model CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *tag READ tag CONSTANT FINAL)
    Q_PROPERTY(MoreFilters *more READ more CONSTANT FINAL) ///< key, agent, …, and the zone of days
    Q_PROPERTY(bool hasTag READ hasTag NOTIFY chosen FINAL)
    Q_PROPERTY(bool hasRange READ hasRange NOTIFY chosen FINAL)
    Q_PROPERTY(bool hasGroup READ hasGroup NOTIFY chosen FINAL)
    Q_PROPERTY(bool hasPeriod READ hasPeriod NOTIFY chosen FINAL)
    /// "Above $ per call", "Revenue per call, $"; empty: the report takes no amount.
    Q_PROPERTY(QString amountName READ amountName NOTIFY chosen FINAL)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY chosen FINAL)
    Q_PROPERTY(QString amountError READ amountError NOTIFY chosen FINAL)
    Q_PROPERTY(CallRevenues *revenues READ revenues CONSTANT FINAL)
    Q_PROPERTY(bool hasRevenue READ hasRevenue NOTIFY chosen FINAL) ///< it can tell a margin
    /// The log of usage that is reported on; empty: the ledger. Its callers and models are not
    /// known here, so that it has no filters.
    Q_PROPERTY(QString log READ log NOTIFY chosen FINAL)
    Q_PROPERTY(QList<QString> sources READ sources NOTIFY chosen FINAL) ///< ledger, log
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY chosen FINAL)       ///< calls are left out

    Q_PROPERTY(InvoiceDesk *invoices READ invoices CONSTANT FINAL)
    Q_PROPERTY(PolicyTrial *policy READ policy CONSTANT FINAL)
    Q_PROPERTY(ReportChart *chart READ chart CONSTANT FINAL)
    Q_PROPERTY(ReportTable *table READ table CONSTANT FINAL)
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool slow READ isSlow NOTIFY stateChanged FINAL) ///< busy for a second: a bar is due
    Q_PROPERTY(
        bool answered READ isAnswered NOTIFY stateChanged FINAL) ///< chart and table are of it
    Q_PROPERTY(
        QString stateText READ stateText NOTIFY stateChanged FINAL) ///< "as of 14:31, 40 rows"
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged FINAL)
    Q_PROPERTY(FileSaving *saving READ saving CONSTANT FINAL)

public:
    /// Rows that the window holds; the command line prints them all.
    static constexpr qint64 MostRows = 10'000;
    /// A person waits so long without wondering.
    static constexpr std::chrono::milliseconds SlowAfter{1'000};

    explicit ReportsModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to namesWanted() and tagsWanted().
    void takeNames(core::Dimension dimension, const QStringList &names);
    void takeTags(const std::vector<std::pair<QByteArray, QByteArray>> &tags);
    /// Answers to reportWanted().
    void take(quint64 ticket, const core::Report &report);
    /// Another service answers from now on: what was asked and not answered is asked again, as
    /// soon as it has started.
    void reset();
    void retell(); ///< amounts are shown in another currency
    void refuse(quint64 ticket, const QString &why);
    /// Where files go; by default the person's folder for downloads.
    void setFolder(const QString &folder)
    {
        m_folder = folder;
        m_invoices.setFolder(folder);
    }

    [[nodiscard]] QList<QString> titles() const;
    [[nodiscard]] QList<QString> questions() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int current);
    [[nodiscard]] ActivityFilterChip *range() { return &m_range; }
    [[nodiscard]] ActivityFilterChip *group() { return &m_group; }
    [[nodiscard]] ActivityFilterChip *period() { return &m_period; }
    [[nodiscard]] LedgerFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] LedgerFilterChip *model() { return &m_model; }
    [[nodiscard]] ActivityFilterChip *tag() { return &m_tag; }
    [[nodiscard]] MoreFilters *more() { return &m_more; }
    [[nodiscard]] bool hasTag() const;
    [[nodiscard]] bool hasRange() const;
    [[nodiscard]] bool hasGroup() const;
    [[nodiscard]] bool hasPeriod() const;
    [[nodiscard]] QString amountName() const;
    [[nodiscard]] const QString &amount() const
    {
        return hasThreshold() ? m_threshold : m_revenues.others();
    }
    void setAmount(const QString &amount);
    [[nodiscard]] QString amountError() const;
    [[nodiscard]] CallRevenues *revenues() { return &m_revenues; }
    [[nodiscard]] bool hasRevenue() const;
    [[nodiscard]] const QString &log() const { return m_log; }
    [[nodiscard]] QList<QString> sources() const;
    [[nodiscard]] bool isFiltered() const;

    [[nodiscard]] InvoiceDesk *invoices() { return &m_invoices; }
    [[nodiscard]] PolicyTrial *policy() { return &m_policy; }
    [[nodiscard]] ReportChart *chart() { return &m_chart; }
    [[nodiscard]] ReportTable *table() { return &m_table; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isSlow() const { return m_slow; }
    [[nodiscard]] bool isAnswered() const { return m_answer.has_value(); }
    [[nodiscard]] const QString &stateText() const { return m_stateText; }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    [[nodiscard]] FileSaving *saving() { return &m_saving; }

    Q_INVOKABLE void choose(const QString &report); ///< by its name
    Q_INVOKABLE void lookAtTags() { Q_EMIT tagsWanted(); }
    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void clearFilters();
    /// Also the one that is open: it may have grown.
    Q_INVOKABLE void openLog(const QString &file);
    Q_INVOKABLE void closeLog() { openLog({}); }
    /// The rows as the table has them; where it does not hold all, all of them in the report's own
    /// order.
    Q_INVOKABLE void saveCsv() { save(core::ReportFormat::Csv, QStringLiteral("csv")); }
    Q_INVOKABLE void saveJson() { save(core::ReportFormat::Json, QStringLiteral("json")); }

Q_SIGNALS:
    void chosen();
    void stateChanged();

    // --- questions to the ledger ---------------------------------------------------------------
    void reportWanted(quint64 ticket, const core::ReportQuery &query, const QString &log);
    void cancelWanted();
    /// More than the window holds; saving() is told of it.
    void fileWanted(const QString &path,
                    core::ReportFormat format,
                    const core::ReportQuery &query,
                    const QString &log);
    void namesWanted(core::Dimension dimension); ///< that the ledger has calls of
    void tagsWanted();

private:
    [[nodiscard]] const QByteArray &name() const;
    [[nodiscard]] core::ReportQuery query() const;
    [[nodiscard]] bool hasThreshold() const;
    void offerPeriods();
    void setRange(core::ReportQuery &query) const;
    void setPeriod(core::ReportQuery &query) const;
    void setAmounts(core::ReportQuery &query) const;
    void show();
    void ask();
    void ended();
    void save(core::ReportFormat format, const QString &ending);

    TimeFilterChip m_range;
    ActivityFilterChip m_group;
    ActivityFilterChip m_period;
    LedgerFilterChip m_tenant;
    LedgerFilterChip m_model;
    ActivityFilterChip m_tag;
    ZoneFilterChip m_askedZone;
    MoreFilters m_more; ///< of this zone as well
    InvoiceDesk m_invoices;
    PolicyTrial m_policy;
    ReportChart m_chart;
    ReportTable m_table;
    QTimer m_patience;
    QByteArray m_zoneId;
    QTimeZone m_zone = QTimeZone::utc();
    core::Time m_now{};
    int m_current = 0;
    QString m_log;
    QString m_threshold;
    CallRevenues m_revenues;
    QString m_folder;
    quint64 m_ticket = 0;
    bool m_shown = false;
    bool m_stale = true; ///< something was chosen since the last answer was asked for
    bool m_busy = false;
    bool m_slow = false;
    core::ReportQuery m_asked;
    std::optional<core::Report> m_answer;
    QString m_stateText;
    QString m_errorText;
    FileSaving m_saving;
};
