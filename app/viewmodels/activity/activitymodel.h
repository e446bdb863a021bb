// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "app/viewmodels/activity/activityrow.h"
#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

struct ActivityFacts
{
    core::ActivityRow row;

    /// One attempt of one request.
    [[nodiscard]] std::pair<quint64, quint64> key() const
    {
        const auto attempt = static_cast<quint64>(row.place.attempt);
        return {row.place.id.high, row.place.id.low ^ attempt};
    }
    friend bool operator==(const ActivityFacts &a, const ActivityFacts &b)
    {
        return a.row.place == b.row.place && a.row.outcome == b.row.outcome &&
               a.row.cost == b.row.cost && a.row.usage == b.row.usage && a.row.total == b.row.total;
    }
};

/// The log of requests, newest first. While it follows, its head is read again whenever something
/// happened; older rows are read as the person scrolls. Knows no ledger: it asks with a ticket
/// and takes the answer to the newest one only, so that an answer to an old filter is dropped.
class ActivityModel : public RowListModel<ActivityFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *model READ model CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *outcome READ outcome CONSTANT FINAL)
    /// Rules of the policy, and codes of refusals, that decided something in the rows read so far.
    Q_PROPERTY(ActivityFilterChip *rule READ rule CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *cost READ cost CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *time READ time CONSTANT FINAL)
    Q_PROPERTY(StoryModel *story READ story CONSTANT FINAL)
    /// Somebody looks: nothing is read for a page that is not shown.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    /// The list stands still: a person wants it to, or has scrolled down.
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filterChanged FINAL)
    /// "1,208 match", "more than 100,000 match"; empty until counted.
    Q_PROPERTY(QString countText READ countText NOTIFY countTextChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL) ///< nothing to show yet
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged FINAL)

public:
    /// Further down lies nothing that a person scrolls to: a filter for the time leads there.
    static constexpr int MostRows = 200'000;

    explicit ActivityModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to pageWanted(), countWanted() and story()->wanted().
    void takePage(quint64 ticket, const core::ActivityPage &page);
    void takeCount(quint64 ticket, const core::ActivityCount &count);
    void takeError(quint64 ticket, const QString &why);

    [[nodiscard]] ActivityFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] ActivityFilterChip *model() { return &m_model; }
    [[nodiscard]] ActivityFilterChip *outcome() { return &m_outcome; }
    [[nodiscard]] ActivityFilterChip *rule() { return &m_rule; }
    [[nodiscard]] ActivityFilterChip *cost() { return &m_cost; }
    [[nodiscard]] ActivityFilterChip *time() { return &m_time; }
    [[nodiscard]] StoryModel *story() { return &m_story; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(bool held);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] const QString &countText() const { return m_countText; }
    [[nodiscard]] bool isLoading() const { return !m_everRead && m_errorText.isEmpty(); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void showStory(int row);

Q_SIGNALS:
    void shownChanged();
    void heldChanged();
    void countChanged();
    void filterChanged();
    void countTextChanged();
    void loadingChanged();
    void errorTextChanged();

    // --- questions to the ledger ---------------------------------------------------------------
    void pageWanted(quint64 ticket,
                    const core::ActivityFilter &filter,
                    const std::optional<core::ActivityCursor> &before);
    void countWanted(quint64 ticket, const core::ActivityFilter &filter);

private:
    [[nodiscard]] QVariant present(const ActivityFacts &facts) const override;
    [[nodiscard]] core::ActivityFilter filter() const;
    void startOver();
    void readHead();
    void ask(const std::optional<core::ActivityCursor> &before);
    void listChoices(const core::Snapshot &snapshot);
    void learnRules(const core::ActivityPage &page);
    void learnRule(const QByteArray &rule);
    void setError(const QString &why);

    ActivityFilterChip m_tenant;
    ActivityFilterChip m_model;
    ActivityFilterChip m_outcome;
    ActivityFilterChip m_rule;
    ActivityFilterChip m_cost;
    ActivityFilterChip m_time;
    StoryModel m_story;
    QTimeZone m_zone;
    core::Time m_now{};
    std::size_t m_tenants = 0; ///< that may be chosen
    QStringList m_rules;       ///< likewise; sorted
    quint64 m_revision = 0;
    quint64 m_ticket = 0;      ///< of the newest page that was asked for
    quint64 m_countTicket = 0; ///< of the newest filter
    bool m_waiting = false;    ///< for a page
    bool m_waitsForHead = false;
    bool m_stale = true; ///< something happened since the head was asked for
    bool m_everRead = false;
    bool m_shown = false;
    bool m_held = false;
    std::optional<core::ActivityCursor> m_next;
    QString m_countText;
    QString m_errorText;
};
