// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using budgetproperties::RandomRun;

class TestBudgetProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReferenceAtEveryStep_data();
    void agreesWithTheReferenceAtEveryStep();
};

// CAPSTAN_SEEDS=1000 for the long run; a failing row's name is its seed.
void TestBudgetProperties::agreesWithTheReferenceAtEveryStep_data()
{
    QTest::addColumn<unsigned>("seed");
    bool isSet = false;
    const int seeds = qEnvironmentVariableIntValue("CAPSTAN_SEEDS", &isSet);
    for (int seed = 1; seed <= (isSet ? seeds : 24); ++seed) {
        QTest::addRow("seed %d", seed) << static_cast<unsigned>(seed);
    }
}

void TestBudgetProperties::agreesWithTheReferenceAtEveryStep()
{
    QFETCH(unsigned, seed);
    RandomRun run(seed);
    for (int i = 0; i < 500; ++i) {
        const QString trouble = run.step();
        QVERIFY2(trouble.isEmpty(), qPrintable(u"step %1: %2"_s.arg(i).arg(trouble)));
    }
    const QString trouble = run.finish();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

QTEST_APPLESS_MAIN(TestBudgetProperties)
#include "tst_budgetproperties.moc"
