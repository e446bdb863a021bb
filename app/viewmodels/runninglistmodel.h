// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <chrono>
#include <optional>

/// One running call as the live list shows it.
struct RunningRow
{
    Q_GADGET
    QML_VALUE_TYPE(runningRow)
    Q_PROPERTY(QString tenant MEMBER tenant)
    Q_PROPERTY(QString agent MEMBER agent)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString ageText MEMBER ageText)
    Q_PROPERTY(QString rateText MEMBER rateText) ///< "61 tok/s", or in a word how the call ended
    Q_PROPERTY(QString outcomeText MEMBER outcomeText) ///< "stopped at $0.1744"; empty: it runs
    Q_PROPERTY(QString costText MEMBER costText)
    Q_PROPERTY(QString spoken MEMBER spoken) ///< all of it, for a screen reader
    Q_PROPERTY(BarFigures bar MEMBER bar)    ///< running cost solid, still held striped
    Q_PROPERTY(bool ended MEMBER ended)
    Q_PROPERTY(bool stopping MEMBER stopping) ///< a person asked; it has not ended yet

public:
    QString tenant;
    QString agent;
    QString model;
    QString ageText;
    QString rateText;
    QString outcomeText;
    QString costText;
    QString spoken;
    BarFigures bar;
    bool ended = false;
    bool stopping = false;
    friend bool operator==(const RunningRow &, const RunningRow &) = default;
};

struct RunningFacts
{
    core::RunningCall call;
    bool stopping = false;
    bool ended = false;
    core::Time endedAt{};
    std::optional<core::Ending> ending; ///< when the snapshot told

    [[nodiscard]] quint64 key() const { return static_cast<quint64>(call.hold); }
    friend bool operator==(const RunningFacts &, const RunningFacts &) = default;
};

/// The calls in flight, oldest first. A row that ends stays two seconds in place with its
/// outcome, so that nothing jumps under the pointer.
class RunningListModel : public RowListModel<RunningFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged FINAL) ///< "8 requests"
    /// "Let 8 running calls finish, or cut them now?"
    Q_PROPERTY(QString pauseQuestion READ pauseQuestion NOTIFY countChanged FINAL)

public:
    static constexpr std::chrono::seconds Linger{2};

    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot);
    /// Moves the ages on and drops rows that have lingered; at most once a second is enough.
    void tick(core::Time now);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString pauseQuestion() const;
    /// A person's stop of the call in this row. Nothing happens when it has already ended.
    Q_INVOKABLE void stop(int row);

Q_SIGNALS:
    void countChanged();
    void stopRequested(core::HoldId hold);

private:
    [[nodiscard]] QVariant present(const RunningFacts &facts) const override;
    [[nodiscard]] std::vector<RunningFacts> merged(const core::Snapshot &snapshot);

    core::Time m_now{};
    int m_count = 0;
};
