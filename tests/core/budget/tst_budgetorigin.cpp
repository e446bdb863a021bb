// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetorigin.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

class BudgetOriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoMadeABudget()
    {
        QCOMPARE(originOf("b-0123456789ab"), BudgetOrigin::Owner);
        QCOMPARE(originOf("scope:tenant:default"), BudgetOrigin::Owner);
        QCOMPARE(originOf("default:tenant"), BudgetOrigin::Default);
        QCOMPARE(originOf("policy:demo:daily"), BudgetOrigin::Policy);
    }
    void changesOnlyWhatTheOwnerMade()
    {
        QVERIFY(checkChangeable("b-0123456789ab").ok());
        QVERIFY(checkChangeable("scope:tenant:a").ok());
        const Outcome ofDefault = checkChangeable("default:tenant");
        QVERIFY(!ofDefault.ok());
        QCOMPARE(ofDefault.error().code, ErrorCode::InvalidInput);
        QCOMPARE(ofDefault.error().message,
                 u"The budget default:tenant comes from BUDGET_DEFAULT_LIMIT, and is put back at "
                 u"the next start."_s);
        const Outcome ofPolicy = checkChangeable("policy:demo:daily");
        QVERIFY(!ofPolicy.ok());
        QVERIFY(ofPolicy.error().remedy.contains(u"policy's file"_s));
    }
};

QTEST_APPLESS_MAIN(BudgetOriginTest)
#include "tst_budgetorigin.moc"
