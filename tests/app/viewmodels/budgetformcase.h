// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capsituation.h"
#include "samplesnapshot.h"

#include "app/viewmodels/budgets/budgetform.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

/// A form on a Saturday afternoon, for research; what it asks of the past is answered at once.
class BudgetFormCase : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        m_form = std::make_unique<BudgetForm>();
        m_form->apply(sample::snapshot());
        m_form->begin(QStringLiteral("research"));
        answer({}, {});
    }
    /// The form with that budget, which there is.
    void change(const core::Budget &budget)
    {
        CapSituation situation = research();
        situation.budget = budget;
        m_form->beginChange(situation);
    }
    [[nodiscard]] static core::Budget daily() { return research().budget; }
    [[nodiscard]] BudgetOptions &options() { return *m_form->options(); }
    [[nodiscard]] BudgetPast &past() { return *m_form->past(); }
    void answer(const core::WhatIfAnswer &answer, const core::ActivityCount &matched)
    {
        leaveUnanswered();
        connect(&past(), &BudgetPast::wanted, this, [this, answer, matched](quint64 ticket) {
            past().take(ticket, answer, matched);
        });
    }
    void leaveUnanswered() { past().disconnect(this); }
    /// Once what it would have refused stands there.
    [[nodiscard]] core::Budget saved()
    {
        QSignalSpy wishes(&*m_form, &BudgetForm::saveRequested);
        const bool isReady = QTest::qWaitFor([this] { return m_form->canSave(); });
        m_form->save();
        return isReady && wishes.count() == 1 ? wishes.constFirst().at(1).value<core::Budget>()
                                              : core::Budget();
    }

    std::unique_ptr<BudgetForm> m_form;
};
