// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is made in slices: the loop turns in between, and rests when nothing is left to make.
#include "app/incubation.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlIncubator>
#include <QTest>
#include <QTimer>

class IncubationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheLoopTurnWhileAPageIsMade();
    void restsWhenNothingIsLeftToMake();
    void goesOnWithWhatComesLater();

private:
    [[nodiscard]] bool isPaced() { return m_incubation.findChild<QTimer *>()->isActive(); }
    void make(QQmlIncubator &incubator);

    Incubation m_incubation;
    QQmlEngine m_engine;
};

/// An object of some 500 parts, each with work to do when it is made.
void IncubationTest::make(QQmlIncubator &incubator)
{
    QByteArray parts;
    for (int part = 0; part < 500; ++part) {
        parts += "QtObject { Component.onCompleted: { let n = 0; while (n < 20000) ++n; } },";
    }
    parts.chop(1);
    m_engine.setIncubationController(&m_incubation);
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nQtObject { property list<QtObject> parts: [" + parts + "] }",
                      {});
    QVERIFY2(component.isReady(), qPrintable(component.errorString()));
    component.create(incubator);
}

void IncubationTest::letsTheLoopTurnWhileAPageIsMade()
{
    QQmlIncubator incubator(QQmlIncubator::Asynchronous);
    int turns = 0;
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&] { turns += incubator.isLoading() ? 1 : 0; });
    turn.start(0);
    make(incubator);
    QVERIFY2(incubator.isLoading(), "it was made at once");
    QTRY_VERIFY(incubator.isReady());
    QVERIFY2(turns > 1, "the loop did not turn before it was ready");
    delete incubator.object();
}

void IncubationTest::restsWhenNothingIsLeftToMake()
{
    QVERIFY(!isPaced());
    QQmlIncubator incubator(QQmlIncubator::Asynchronous);
    make(incubator);
    QVERIFY(isPaced());
    QTRY_VERIFY(incubator.isReady());
    QVERIFY(!isPaced());
    delete incubator.object();
}

void IncubationTest::goesOnWithWhatComesLater()
{
    QQmlIncubator first(QQmlIncubator::Asynchronous);
    make(first);
    QQmlIncubator second(QQmlIncubator::Asynchronous);
    make(second);
    QTRY_VERIFY(first.isReady() && second.isReady());
    QVERIFY(!isPaced());
    delete first.object();
    delete second.object();
}

QTEST_GUILESS_MAIN(IncubationTest)
#include "tst_incubation.moc"
