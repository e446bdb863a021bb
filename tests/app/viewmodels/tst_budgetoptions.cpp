// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a budget may do besides refusing: each option of the form, and what is said of it.
#include "budgetformcase.h"

using namespace Qt::StringLiterals;

class BudgetOptionsTest : public BudgetFormCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void takesEveryOption();
    void saysWhatComesOfEachOption();
    void leavesOthersBudgetsAloneWhereThatMakesSense();
    void refusesHalfAnOption();
};

void BudgetOptionsTest::takesEveryOption()
{
    m_form->begin({});
    QVERIFY(!options().isUnfolded());
    m_form->setDimension(static_cast<int>(m_form->dimensions().indexOf(u"agent"_s)));
    m_form->setAmount(u"20"_s);
    m_form->setMarks(u"50"_s);
    options().setHardMark(u"90"_s);
    options().setTools(u"web_search , code,"_s);
    options().setClamp(false);
    options().setYields(true);
    options().downgrades()->add();
    options().downgrades()->add();
    options().downgrades()->setFrom(0, u"llama-70b, llama-13b"_s);
    options().downgrades()->setTo(0, u"llama-8b"_s);
    QCOMPARE(m_form->errorText(), QString()); // an empty line says nothing
    options().downgrades()->remove(1);
    QCOMPARE(m_form->sentence(), u"Each agent: at most $18.00 per day."_s); // 90 % of $20.00
    const core::Budget budget = saved();
    QCOMPARE(budget.hardMark, 900'000);
    QCOMPARE(budget.atHard, core::HardAction::Refuse);
    QCOMPARE(
        budget.atSoft,
        (core::SoftActions{{{{"llama-70b", "llama-13b"}, "llama-8b"}}, {"web_search", "code"}}));
    QVERIFY(!budget.clamp);
    QVERIFY(budget.yieldsToExact);
    change(budget);
    QVERIFY(options().isUnfolded());
}

void BudgetOptionsTest::saysWhatComesOfEachOption()
{
    m_form->setAmount(u"20"_s);
    QCOMPARE(options().hardMarkText(), u"The whole amount may be spent."_s);
    QCOMPARE(options().toolsText(), u"Calls may use all their tools."_s);
    QCOMPARE(options().downgradesText(), u"Calls keep the model that they ask for."_s);
    m_form->setMarks(u"75"_s);
    options().setHardMark(u"90"_s);
    QCOMPARE(options().hardMarkText(),
             u"The cap stands at $18.00; the rest of $20.00 is never spent."_s);
    options().setTools(u"code"_s);
    QCOMPARE(options().toolsText(),
             u"From 75\u202F% of the amount on, the model is not offered these tools."_s);
    options().downgrades()->add();
    options().downgrades()->setFrom(0, u"*"_s);
    options().downgrades()->setTo(0, u"small"_s);
    QCOMPARE(options().downgradesText(),
             u"From 75\u202F% of the amount on, the cheaper model answers."_s);
    m_form->setMarks({});
    QVERIFY(options().toolsText().startsWith(u"Nothing comes of it"_s));
    QVERIFY(options().downgradesText().startsWith(u"Nothing comes of it"_s));
    m_form->setEnding(BudgetForm::Downgrade);
    QCOMPARE(options().downgradesText(),
             u"What no longer fits is answered by the cheaper model."_s);
}

void BudgetOptionsTest::leavesOthersBudgetsAloneWhereThatMakesSense()
{
    m_form->setAmount(u"20"_s);
    QVERIFY(!options().isOfEach()); // research
    options().setYields(true);
    QVERIFY(!saved().yieldsToExact);
    m_form->begin({});
    m_form->setDimension(static_cast<int>(m_form->dimensions().indexOf(u"agent"_s)));
    QVERIFY(options().isOfEach());
    options().setYields(true);
    QCOMPARE(options().yieldsText(), u"Who has a budget by name is bound by that one alone."_s);
}

void BudgetOptionsTest::refusesHalfAnOption()
{
    m_form->setAmount(u"20"_s);
    options().setHardMark(u"much"_s);
    QCOMPARE(m_form->errorText(),
             u"“much” is no share of the amount. Write per cents, like 100 or 90."_s);
    options().setHardMark(u"90"_s); // below the warning at 95 %
    QCOMPARE(m_form->errorText(), u"95 is no percentage up to 90. Write marks as 50,80,95."_s);
    options().setHardMark(u"100"_s);
    options().downgrades()->add();
    options().downgrades()->setTo(0, u"small"_s);
    QCOMPARE(m_form->errorText(),
             u"A line of the cheaper models is only half written. Name the model that is asked for "
             u"and the one to use instead."_s);
    options().downgrades()->remove(0);
    QCOMPARE(m_form->errorText(), QString());
}

QTEST_GUILESS_MAIN(BudgetOptionsTest)
#include "tst_budgetoptions.moc"
