// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/choicesearch.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ChoiceSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByAnyPartOfTheName();
    void isWorthAFieldFromTheThirteenthOn();
    void findsAmongTenThousand();
};

void ChoiceSearchTest::findsByAnyPartOfTheName()
{
    ChoiceSearch search;
    search.setAll({u"research, daily cap"_s, u"docs, daily cap"_s, u"research, weekly cap"_s});
    QCOMPARE(search.found(), search.all());
    search.setText(u"RESEARCH"_s);
    QCOMPARE(search.found(), QStringList({u"research, daily cap"_s, u"research, weekly cap"_s}));
    QCOMPARE(search.placeOf(1), 2);
    QCOMPARE(search.placeOf(2), -1);
    QCOMPARE(search.placeOf(-1), -1);
}

void ChoiceSearchTest::isWorthAFieldFromTheThirteenthOn()
{
    QStringList choices;
    for (int i = 0; i < 12; ++i) {
        choices += QString::number(i);
    }
    ChoiceSearch search;
    search.setAll(choices);
    QVERIFY(!search.isMany());
    search.setAll(choices + QStringList{u"12"_s});
    QVERIFY(search.isMany());
    search.setText(u"12"_s); // still, while little is found
    QVERIFY(search.isMany());
}

void ChoiceSearchTest::findsAmongTenThousand()
{
    QStringList choices;
    for (int i = 0; i < 10'000; ++i) {
        choices += u"team-%1, daily cap"_s.arg(i);
    }
    ChoiceSearch search;
    search.setAll(choices);
    search.setText(u"team-4242,"_s);
    QCOMPARE(search.found(), QStringList{u"team-4242, daily cap"_s});
    QCOMPARE(search.placeOf(0), 4242);
}

QTEST_GUILESS_MAIN(ChoiceSearchTest)
#include "tst_choicesearch.moc"
