// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/timefilterchip.h"
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/alerts/budgetchoices.h"
#include "app/viewmodels/alerts/labelfilterchip.h"
#include "app/viewmodels/pagedlistmodel.h"
#include "core/alerts/alerthistory.h"
#include "core/snapshot.h"

#include <QDate>

#include <array>

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

/// Every crossing that the ledger has. The head is read again whenever there is a new one or one
/// was acknowledged.
class AlertHistoryModel : public PagedListModel<StoredAlertFacts, qint64>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL) ///< or whom it was of
    Q_PROPERTY(ActivityFilterChip *budget READ budget CONSTANT FINAL) ///< one budget, or spikes
    Q_PROPERTY(ActivityFilterChip *kind READ kind CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *time READ time CONSTANT FINAL)
    /// Somebody looks: nothing is read for a page that is not shown.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL) ///< nothing to show yet
    Q_PROPERTY(QString errorText READ errorText NOTIFY loadingChanged FINAL)
    /// How many are chosen, to be acknowledged together.
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged FINAL)

public:
    explicit AlertHistoryModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to pageWanted().
    void takePage(quint64 ticket, const core::AlertPage &page);

    [[nodiscard]] LabelFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] ActivityFilterChip *budget() { return &m_budget; }
    [[nodiscard]] ActivityFilterChip *kind() { return &m_kind; }
    [[nodiscard]] ActivityFilterChip *time() { return &m_time; }
    [[nodiscard]] bool isFiltered() const;
    Q_INVOKABLE void readOn() { fetchMore({}); } ///< the person has come to the end
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void readAgain() { readAnew(); } ///< after an error
    Q_INVOKABLE void acknowledge(int row);

    // What is acknowledged already is not chosen; nor is what leaves the list.
    [[nodiscard]] int chosen() const { return static_cast<int>(m_chosen.size()); }
    Q_INVOKABLE void choose(int row);               ///< it too, or no longer
    Q_INVOKABLE void chooseRange(int from, int to); ///< these and no others, in either order
    Q_INVOKABLE void chooseNone();
    Q_INVOKABLE void acknowledgeChosen();

Q_SIGNALS:
    void shownChanged();
    void countChanged();
    void filterChanged();
    void loadingChanged();
    void chosenChanged();
    void acknowledgeRequested(const core::AlertRecord &alert);
    void pageWanted(quint64 ticket,
                    const core::AlertFilter &filter,
                    const std::optional<qint64> &before);

private:
    [[nodiscard]] QVariant present(const StoredAlertFacts &facts) const override;
    void tell(News news) override;
    void askFor(quint64 ticket, const std::optional<qint64> &before) override;
    [[nodiscard]] bool keepsDepth() const override { return true; }
    [[nodiscard]] core::AlertFilter filter() const;
    [[nodiscard]] std::array<ActivityFilterChip *, 4> chips();
    void startOver();
    [[nodiscard]] bool mayBeChosen(int row) const;
    void setChosen(const QSet<qint64> &chosen);
    void dropWhatIsGone();

    LabelFilterChip m_tenant;
    ActivityFilterChip m_budget;
    ActivityFilterChip m_kind;
    TimeFilterChip m_time;
    BudgetChoices m_budgets;
    QSet<qint64> m_chosen; ///< by their keys
    QDate m_day;           ///< as of which "today" is said
    QTimeZone m_zone;
    core::Time m_now{};
    std::vector<QByteArray> m_seen; ///< of the last snapshot: what it said of its alerts
};
