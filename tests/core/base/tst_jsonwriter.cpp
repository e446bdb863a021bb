// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using core::JsonWriter;
using core::Money;

class tst_JsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfMembers()
    {
        const QByteArray json =
            JsonWriter().text("b", "x").number("a", -3).boolean("c", true).null("d").toJson();
        QCOMPARE(json, QByteArray(R"({"b":"x","a":-3,"c":true,"d":null})"));
    }

    void writesMoneyToTheNanoDollar()
    {
        // A double could not hold these 19 digits.
        const QByteArray json =
            JsonWriter().money("limit", Money::fromNanos(9'007'199'254'740'993'001)).toJson();
        QCOMPARE(json, QByteArray(R"({"limit":9007199254.740993001})"));
    }

    void escapesWhatWouldEndAString()
    {
        const QByteArray text = "a\"b\\c\n\x01 \xc3\xa9";
        const QByteArray json = JsonWriter().text("t", text).toJson();
        QCOMPARE(
            QJsonDocument::fromJson(json).object().value(QLatin1String("t")).toString().toUtf8(),
            text);
    }

    void writesNullForAnEmptyText()
    {
        QCOMPARE(JsonWriter().textOrNull("t", "").toJson(), QByteArray(R"({"t":null})"));
        QCOMPARE(JsonWriter().toJson(), QByteArray("{}"));
    }
};

QTEST_APPLESS_MAIN(tst_JsonWriter)
#include "tst_jsonwriter.moc"
