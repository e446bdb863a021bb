// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/caps/pastrange.h"
#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

/// What a budget that is being written would have matched and refused: in the last seven days, or
/// over another range. Asked for once typing pauses.
class BudgetPast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the BudgetForm")
    Q_PROPERTY(TimeFilterChip *range READ range CONSTANT FINAL) ///< cleared: the last seven days
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString hitsText READ hitsText NOTIFY changed FINAL)        ///< whom, most first
    Q_PROPERTY(double refusedShare READ refusedShare NOTIFY changed FINAL) ///< 0..1
    Q_PROPERTY(BudgetPast::State state READ state NOTIFY changed FINAL)

public:
    enum State {
        Nothing, ///< there is no budget yet
        Counting,
        Slow,   ///< still counting, for longer than a person is made to wait
        Stands, ///< it is of the budget as it is on the form
        Failed, ///< the text says why
    };
    Q_ENUM(State)
    /// Seven days of a large office take a few seconds.
    static constexpr std::chrono::milliseconds Patience{20'000};

    explicit BudgetPast(std::chrono::milliseconds patience = Patience);

    void setNow(core::Time now, const QTimeZone &zone);
    /// The budget as it is on the form; none: it is not complete. Asks again only for another
    /// question.
    void look(const std::optional<core::Budget> &budget);
    void forget(); ///< the form begins anew
    // Answers to wanted().
    void take(quint64 ticket, const core::WhatIfAnswer &answer, const core::ActivityCount &matched);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] TimeFilterChip *range() { return &m_range; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &hitsText() const { return m_hits; }
    [[nodiscard]] double refusedShare() const { return m_share; }
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void changed();
    void wanted(quint64 ticket,
                const core::WhatIfQuestion &question,
                const core::ActivityFilter &matching);

private:
    void askSoon();
    void ask();
    void wait();
    [[nodiscard]] QString matchText(const core::WhatIfAnswer &answer,
                                    const core::ActivityCount &matched) const;
    void show(State state, const QString &text, const QString &hits = {}, double share = 0);

    PastRange m_range;
    QTimer m_pause;    ///< a person is still typing
    QTimer m_patience; ///< and waits
    std::optional<core::Budget> m_asked;
    quint64 m_ticket = 0;
    core::Time m_now{};
    State m_state = Nothing;
    QString m_text;
    QString m_hits;
    double m_share = 0;
};
