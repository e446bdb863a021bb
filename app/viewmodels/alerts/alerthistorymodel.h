// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/alerts/alerthistory.h"
#include "core/snapshot.h"

struct StoredAlertFacts
{
    core::StoredAlert alert;

    [[nodiscard]] qint64 key() const { return alert.position; }
    friend bool operator==(const StoredAlertFacts &a, const StoredAlertFacts &b)
    {
        return a.alert.position == b.alert.position &&
               a.alert.acknowledged == b.alert.acknowledged &&
               (a.alert.budget == nullptr) == (b.alert.budget == nullptr);
    }
};

/// Every crossing that the ledger has, newest first. Its head is read again whenever there is a
/// new one or one was acknowledged; older ones as the person scrolls. Knows no ledger: it asks
/// with a ticket and takes the answer to the newest one only.
class AlertHistoryModel : public RowListModel<StoredAlertFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *kind READ kind CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *time READ time CONSTANT FINAL)
    /// Somebody looks: nothing is read for a page that is not shown.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL) ///< nothing to show yet
    Q_PROPERTY(QString errorText READ errorText NOTIFY loadingChanged FINAL)

public:
    /// Further down lies nothing that a person scrolls to: a filter for the time leads there.
    static constexpr int MostRows = 200'000;

    explicit AlertHistoryModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to pageWanted().
    void takePage(quint64 ticket, const core::AlertPage &page);
    void takeError(quint64 ticket, const QString &why);

    [[nodiscard]] ActivityFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] ActivityFilterChip *kind() { return &m_kind; }
    [[nodiscard]] ActivityFilterChip *time() { return &m_time; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] bool isLoading() const { return !m_everRead && m_errorText.isEmpty(); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    Q_INVOKABLE void readOn() { fetchMore({}); } ///< the person has come to the end
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void acknowledge(int row);

Q_SIGNALS:
    void shownChanged();
    void countChanged();
    void filterChanged();
    void loadingChanged();
    void acknowledgeRequested(const core::AlertRecord &alert);
    void pageWanted(quint64 ticket,
                    const core::AlertFilter &filter,
                    const std::optional<qint64> &before);

private:
    [[nodiscard]] QVariant present(const StoredAlertFacts &facts) const override;
    [[nodiscard]] core::AlertFilter filter() const;
    void startOver();
    void readHead();
    void ask(const std::optional<qint64> &before);

    ActivityFilterChip m_tenant;
    ActivityFilterChip m_kind;
    ActivityFilterChip m_time;
    QTimeZone m_zone;
    core::Time m_now{};
    std::size_t m_tenants = 0;      ///< that may be chosen
    std::vector<QByteArray> m_seen; ///< of the last snapshot: what it said of its alerts
    quint64 m_ticket = 0;           ///< of the newest page that was asked for
    bool m_waiting = false;         ///< for a page
    bool m_waitsForHead = false;
    bool m_stale = true; ///< something happened since the head was asked for
    bool m_everRead = false;
    bool m_shown = false;
    std::optional<qint64> m_next;
    QString m_errorText;
};
