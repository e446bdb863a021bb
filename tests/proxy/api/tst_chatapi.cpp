// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/chatapi.h"

#include <QTest>

using proxy::readScopedChat;

class tst_ChatApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsAScopedChatIntoAStream() // S1-01, S1-02
    {
        const auto chat = readScopedChat(
            R"({"messages":[{"role":"user","content":"Hi"}],"scope":"tenant-1"})", "m");
        QVERIFY(chat.ok());
        QCOMPARE(chat->scope, QByteArray("tenant-1"));
        QCOMPARE(chat->body,
                 QByteArray(
                     R"({"messages":[{"role":"user","content":"Hi"}],"model":"m","stream":true})"));
    }

    void keepsAModelAndReplacesStream()
    {
        const auto chat =
            readScopedChat(R"({"scope":"a","model":"x","stream":false,"messages":[]})", "m");
        QVERIFY(chat.ok());
        QCOMPARE(chat->body, QByteArray(R"({"model":"x","stream":true,"messages":[]})"));
    }

    void leavesTheModelToTheUpstreamWhenNoneIsSet()
    {
        QVERIFY(!readScopedChat(R"({"scope":"a","messages":[]})", {})->body.contains("model"));
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::newRow("no messages")
            << QByteArray(R"({"scope":"a"})") << QStringLiteral("messages");
        QTest::newRow("messages no list")
            << QByteArray(R"({"scope":"a","messages":"x"})") << QStringLiteral("messages");
        QTest::newRow("no scope") << QByteArray(R"({"messages":[]})") << QStringLiteral("scope");
        QTest::newRow("empty scope")
            << QByteArray(R"({"messages":[],"scope":""})") << QStringLiteral("scope");
        QTest::newRow("scope a number")
            << QByteArray(R"({"messages":[],"scope":5})") << QStringLiteral("scope");
        QTest::newRow("scope twice")
            << QByteArray(R"({"messages":[],"scope":"a","scope":"b"})") << QStringLiteral("scope");
        QTest::newRow("no JSON") << QByteArray("hello") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void saysWhatIsMissing()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        const auto chat = readScopedChat(body, "m");
        QVERIFY(!chat.ok());
        QVERIFY2(chat.error().message.contains(word), qPrintable(chat.error().message));
    }
};

QTEST_APPLESS_MAIN(tst_ChatApi)
#include "tst_chatapi.moc"
