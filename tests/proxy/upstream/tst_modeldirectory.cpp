// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/modeldirectory.h"

#include <QTest>

using namespace proxy;
using namespace std::chrono;

namespace {

ServedModel card(const QByteArray &id)
{
    ServedModel model;
    model.id = id;
    model.contextLength = 4096;
    return model;
}

} // namespace

class tst_ModelDirectory : public QObject
{
    Q_OBJECT

    ModelDirectory directory{QStringLiteral("vllm"), QStringLiteral("http://localhost:8000")};

private Q_SLOTS:
    void servesTheFirstModelWhenNoneIsNamed()
    {
        QVERIFY(directory.find("") == nullptr);
        directory.publish({card("a"), card("b")});
        QCOMPARE(directory.find("")->id, QByteArray("a"));
        QCOMPARE(directory.find("b")->id, QByteArray("b"));
        QVERIFY(directory.find("c") == nullptr);
    }

    void keepsWhatItLearntOverANewList()
    {
        directory.learn("a", {10, 4, 50});
        directory.raiseOverhead("a", 3);
        directory.publish({card("a")});
        QCOMPARE(directory.find("a")->overhead->conversation, 13);
        QVERIFY(directory.find("b") == nullptr);
    }

    void tellsSinceWhenItIsDown()
    {
        directory.reached(core::Time(1s));
        QVERIFY(directory.status().reachable);
        directory.failed(core::Time(5s), QStringLiteral("refused"));
        directory.failed(core::Time(9s), QStringLiteral("refused"));
        QVERIFY(!directory.status().reachable);
        QCOMPARE(directory.status().since, core::Time(5s));
        QCOMPARE(directory.status().lastError, QStringLiteral("refused"));
        directory.reached(core::Time(12s));
        QCOMPARE(directory.status().since, core::Time(12s));
    }

    void makesARateOfACounterThatGrows()
    {
        directory.generated(1000, core::Time(20s));
        directory.generated(1500, core::Time(22s));
        QCOMPARE(directory.status().outputTokensPerSecond, 250.0); // 500 in 2 s
        directory.generated(10, core::Time(24s));                  // it was restarted
        QCOMPARE(directory.status().outputTokensPerSecond, 250.0);
    }

    void growsItsRevisionOnlyWithAChange()
    {
        directory.gauges(1, 2, 0.5);
        const quint64 before = directory.revision();
        directory.gauges(1, 2, 0.5);
        QCOMPARE(directory.revision(), before);
        directory.gauges(2, 2, 0.5);
        QVERIFY(directory.revision() > before);
    }
};

QTEST_APPLESS_MAIN(tst_ModelDirectory)
#include "tst_modeldirectory.moc"
