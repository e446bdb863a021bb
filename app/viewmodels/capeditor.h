// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "app/viewmodels/caps/unitamount.h"
#include "core/snapshot.h"

#include <QObject>
#include <QStringList>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <optional>

/// All that decides what a new cap would do. Amounts are in the budget's unit.
struct CapSituation
{
    core::Budget budget; ///< to be changed, or to be created
    bool exists = false;
    core::BucketState state;                ///< where spend stands against it
    std::vector<core::RunningCall> running; ///< calls that it binds, oldest first
    bool runningIsComplete = true;          ///< the snapshot lists at most 200
    /// Else it cannot be told which calls it binds, or what each holds of it: only that some do.
    bool runningIsKnown = true;
    /// Room in the tightest other budget; the largest number without one.
    qint64 roomElsewhere = core::Money::maximum().nanos();
    /// In the fullest of the other counters that the same cap bounds: of each tenant, of each
    /// agent.
    qint64 committedBeside = 0;
    core::Time now{};
    QTimeZone zone = QTimeZone::utc();

    [[nodiscard]] core::Unit unit() const { return budget.unit; }
    [[nodiscard]] qint64 cap() const { return budget.cap(); }
    /// By how much a raise lifts the cap now.
    [[nodiscard]] qint64 raise() const { return budget.inForceAt(now).cap() - cap(); }
    /// The lowest cap that cuts no running call.
    [[nodiscard]] qint64 leastCap() const
    {
        return std::max<qint64>(0, std::max(committed(), committedBeside) - raise());
    }
    /// Settled and held.
    [[nodiscard]] qint64 committed() const
    {
        return core::Money::saturatingSum(state.settled, state.held);
    }
};

/// What a cap would do, in words, before the pointer lets go.
struct Consequence
{
    Q_GADGET
    QML_VALUE_TYPE(consequence)
    Q_PROPERTY(QString title MEMBER title) ///< "If you let go at $17.50"
    Q_PROPERTY(QString cutText MEMBER cutText)
    Q_PROPERTY(bool cuts MEMBER cuts)
    Q_PROPERTY(QString roomText MEMBER roomText)
    Q_PROPERTY(bool roomShrinks MEMBER roomShrinks)
    Q_PROPERTY(QString forecastText MEMBER forecastText)
    Q_PROPERTY(bool sooner MEMBER sooner) ///< the cap is reached sooner than before

public:
    QString title;
    QString cutText;
    bool cuts = false;
    QString roomText;
    bool roomShrinks = false;
    QString forecastText;
    bool sooner = false;
    friend bool operator==(const Consequence &, const Consequence &) = default;
};
/// Pure: what the situation becomes with this cap.
[[nodiscard]] Consequence consequenceOf(const CapSituation &situation, qint64 cap);
/// Running calls that end so that the rest fits below the cap: the newest first. One, where it is
/// only known that some do.
[[nodiscard]] int callsCut(const CapSituation &situation, qint64 cap);

/// One cap being changed: a field and a bar that are one control. Dragging and typing move a
/// candidate; nothing is asked of the engine before commit().
class CapEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool editing READ isEditing NOTIFY changed FINAL) ///< a candidate differs
    Q_PROPERTY(bool creating READ isCreating NOTIFY changed FINAL)
    Q_PROPERTY(bool pending READ isPending NOTIFY changed FINAL) ///< asked, not yet confirmed
    Q_PROPERTY(bool confirming READ isConfirming NOTIFY changed FINAL)
    Q_PROPERTY(CapEditor::Direction direction READ direction NOTIFY changed FINAL)
    Q_PROPERTY(QString capText READ capText NOTIFY changed FINAL)     ///< "$17.50", with candidate
    Q_PROPERTY(QString unitText READ unitText NOTIFY changed FINAL)   ///< "tokens"; "" for money
    Q_PROPERTY(QString editText READ editText NOTIFY changed FINAL)   ///< "17.50", to begin typing
    Q_PROPERTY(QString fromText READ fromText NOTIFY changed FINAL)   ///< "from $20.00"
    Q_PROPERTY(QString deltaText READ deltaText NOTIFY changed FINAL) ///< "−$2.50"
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(BarFigures bar READ bar NOTIFY changed FINAL) ///< on the editor's own scale
    Q_PROPERTY(double post READ post NOTIFY changed FINAL)   ///< where the handle stands
    Q_PROPERTY(double oldPost READ oldPost NOTIFY changed FINAL)
    /// Where a raise lifts the post to while it lasts; below 0: there is none.
    Q_PROPERTY(double raisedPost READ raisedPost NOTIFY changed FINAL)
    Q_PROPERTY(double committedAt READ committedAt NOTIFY changed FINAL)
    Q_PROPERTY(bool showsCommitted READ showsCommitted NOTIFY changed FINAL)
    Q_PROPERTY(QString committedText READ committedText NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> scaleLabels READ scaleLabels NOTIFY scaleChanged FINAL)
    Q_PROPERTY(Consequence consequence READ consequence NOTIFY changed FINAL)
    Q_PROPERTY(QString confirmQuestion READ confirmQuestion NOTIFY changed FINAL)
    Q_PROPERTY(QString keepText READ keepText NOTIFY changed FINAL) ///< "Lower to $16.96"

public:
    enum Direction { Unchanged, Raising, Lowering, Cutting };
    Q_ENUM(Direction)
    enum Stride { Fine, Normal, Coarse };
    Q_ENUM(Stride)

    using QObject::QObject;

    /// A new state of the same budget, or another one. A candidate survives only the former.
    void apply(const CapSituation &situation);
    /// The engine refused what was asked: the post returns and says why.
    void refuse(const QString &why);
    [[nodiscard]] const CapSituation &situation() const { return m_situation; }
    [[nodiscard]] core::Budget candidate() const; ///< the budget with the cap that is shown

    // --- wishes of the view ------------------------------------------------------------------
    Q_INVOKABLE void beginDrag();
    Q_INVOKABLE void dragTo(double fraction, CapEditor::Stride stride);
    Q_INVOKABLE void endDrag(); ///< commits
    Q_INVOKABLE void step(int strides, CapEditor::Stride stride);
    Q_INVOKABLE void toCommitted(); ///< Home: spent + held
    Q_INVOKABLE void toOld();       ///< End: the cap as it is
    /// Follows the typing; a text that is no amount sets errorText and no candidate.
    Q_INVOKABLE void type(const QString &text);
    /// Asks for the candidate, or, when calls would be cut, for a confirmation first.
    Q_INVOKABLE void commit();
    Q_INVOKABLE void confirmCut();
    Q_INVOKABLE void lowerWithoutCut();
    Q_INVOKABLE void putBack();

    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] bool isCreating() const { return !m_situation.exists; }
    [[nodiscard]] bool isPending() const { return m_pending.has_value(); }
    [[nodiscard]] bool isConfirming() const { return m_confirming; }
    [[nodiscard]] Direction direction() const;
    [[nodiscard]] QString capText() const;
    [[nodiscard]] QString unitText() const;
    [[nodiscard]] QString editText() const;
    [[nodiscard]] QString fromText() const;
    [[nodiscard]] QString deltaText() const;
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] BarFigures bar() const;
    [[nodiscard]] double post() const;
    [[nodiscard]] double oldPost() const;
    [[nodiscard]] double raisedPost() const;
    [[nodiscard]] double committedAt() const;
    [[nodiscard]] bool showsCommitted() const;
    [[nodiscard]] QString committedText() const;
    [[nodiscard]] QStringList scaleLabels() const { return m_scale.labels(); }
    [[nodiscard]] Consequence consequence() const;
    [[nodiscard]] QString confirmQuestion() const;
    [[nodiscard]] QString keepText() const;

Q_SIGNALS:
    void changed();
    void scaleChanged();
    /// `before` is empty when the budget is new.
    void changeRequested(std::optional<core::Budget> before, core::Budget after);

private:
    [[nodiscard]] qint64 shown() const; ///< candidate, else pending, else the cap
    [[nodiscard]] double fractionOf(qint64 amount) const;
    void propose(qint64 amount);
    void request(qint64 cap);
    void fitScale();
    void announce();

    /// What the view draws; snapshots that leave it alone must not wake the view.
    struct Look
    {
        QString capText;
        QString unitText;
        QString fromText;
        QString error;
        Direction direction = Unchanged;
        BarFigures bar;
        double post = 0;
        double raisedPost = 0;
        Consequence consequence;
        double committedAt = 0;
        bool confirming = false;
        bool pending = false;
        bool editing = false;
        friend bool operator==(const Look &, const Look &) = default;
    };

    CapSituation m_situation;
    unitamount::Scale m_scale;
    std::optional<qint64> m_candidate;
    std::optional<qint64> m_pending;
    QString m_error;
    bool m_dragging = false;
    bool m_confirming = false;
    Look m_look;
};
