// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "app/viewmodels/activity/activityrow.h"
#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/activity/morefilters.h"
#include "app/viewmodels/activity/requestfilterchip.h"
#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/activity/timefilterchip.h"
#include "app/viewmodels/pagedlistmodel.h"
#include "app/viewmodels/reports/filesaving.h"
#include "core/reports/reportformat.h"
#include "core/snapshot.h"

#include <array>

/// The log of requests. It follows what happens unless a person holds it.
class ActivityModel : public PagedListModel<ActivityFacts, core::ActivityCursor>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *model READ model CONSTANT FINAL) ///< served now, or once
    Q_PROPERTY(ActivityFilterChip *outcome READ outcome CONSTANT FINAL)
    /// Rules of the policy, and codes of refusals, that decided something in the rows read so far.
    Q_PROPERTY(ActivityFilterChip *rule READ rule CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *cost READ cost CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *time READ time CONSTANT FINAL)
    Q_PROPERTY(MoreFilters *more READ more CONSTANT FINAL) ///< key, agent, …, budget, tag, request
    Q_PROPERTY(StoryModel *story READ story CONSTANT FINAL)
    Q_PROPERTY(FileSaving *saving READ saving CONSTANT FINAL)
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
    explicit ActivityModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to pageWanted() and countWanted().
    void takePage(quint64 ticket, const core::ActivityPage &page);
    void takeCount(quint64 ticket, const core::ActivityCount &count);
    /// Answers to namesWanted() and tagsWanted().
    void takeNames(core::Dimension dimension, const QStringList &names);
    void takeTags(const std::vector<core::ActivityTag> &tags);

    [[nodiscard]] LedgerFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] LedgerFilterChip *model() { return &m_model; }
    [[nodiscard]] ActivityFilterChip *outcome() { return &m_outcome; }
    [[nodiscard]] ActivityFilterChip *rule() { return &m_rule; }
    /// Budgets, by whom they are for, that a call was refused by or came near to; one of more().
    [[nodiscard]] ActivityFilterChip *budget() { return &m_budget; }
    [[nodiscard]] ActivityFilterChip *cost() { return &m_cost; }
    [[nodiscard]] ActivityFilterChip *time() { return &m_time; }
    [[nodiscard]] MoreFilters *more() { return &m_more; }
    [[nodiscard]] StoryModel *story() { return &m_story; }
    [[nodiscard]] FileSaving *saving() { return &m_saving; }
    /// Where files go; by default the person's folder for downloads.
    void setFolder(const QString &folder) { m_folder = folder; }
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(bool held);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] const QString &countText() const { return m_countText; }
    Q_INVOKABLE void readOn() { fetchMore({}); } ///< the person has come to the end
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void readAgain() { readAnew(); } ///< after an error
    Q_INVOKABLE void showStory(int row);
    Q_INVOKABLE void saveCsv();  ///< all that the filters have, read or not
    Q_INVOKABLE void saveJson(); ///< likewise

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
    void namesWanted(core::Dimension dimension); ///< that the ledger has calls of
    void tagsWanted();
    void fileWanted(const QString &path,
                    core::ReportFormat format,
                    const core::ActivityFilter &filter); ///< saving() is told of it

private:
    [[nodiscard]] QVariant present(const ActivityFacts &facts) const override;
    void tell(News news) override;
    void askFor(quint64 ticket, const std::optional<core::ActivityCursor> &before) override;
    [[nodiscard]] bool follows() const override { return !m_held; }
    [[nodiscard]] core::ActivityFilter filter() const;
    [[nodiscard]] std::array<ActivityFilterChip *, 6> chips();
    [[nodiscard]] static QStringList outcomeChoices();
    [[nodiscard]] static QStringList costChoices();
    void save(core::ReportFormat format, const QString &ending);
    void startOver();
    void askCount();
    void listChoices(const core::Snapshot &snapshot);
    void learnRules(const core::ActivityPage &page);
    void learnRule(const QByteArray &rule);

    LedgerFilterChip m_tenant;
    LedgerFilterChip m_model;
    ActivityFilterChip m_outcome;
    ActivityFilterChip m_rule;
    ActivityFilterChip m_budget;
    ActivityFilterChip m_cost;
    TimeFilterChip m_time;
    ActivityFilterChip m_tag;
    RequestFilterChip m_request;
    MoreFilters m_more; ///< of budget, tag and request as well
    StoryModel m_story;
    FileSaving m_saving;
    QString m_folder;
    core::Time m_now{};
    QTimeZone m_zone;
    std::size_t m_buckets = 0;                ///< that may be chosen
    QStringList m_rules;                      ///< likewise; sorted
    QHash<QString, core::ActivityTag> m_tags; ///< of each choice there ever was
    quint64 m_revision = 0;
    quint64 m_countTicket = 0; ///< of the newest filter
    bool m_isCountDue = false; ///< of a filter that was chosen while nobody looked
    bool m_held = false;
    QString m_countText;
};
