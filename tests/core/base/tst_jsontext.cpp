// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyWellFormedObjects_data();
    void acceptsOnlyWellFormedObjects();
    void saysWhereTheMistakeIs();
    void refusesAnEscapedNameThatCouldHideASecondModel();
    void refusesDeepNestingWithoutOverflow();
    void manyMembersTakeNoQuadraticTime();
    void findsTheFirstMemberOfAName();
    void cutsAMemberAndItsComma_data();
    void cutsAMemberAndItsComma();
    void setsAMember_data();
    void setsAMember();
    void resolvesAndWritesStrings();
    void readsOnlyWholeNumbersThatFit();
};

void JsonTextTest::acceptsOnlyWellFormedObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *text, bool accepted) {
        QTest::newRow(text) << QByteArray(text) << accepted;
    };
    row("{}", true);
    row(" \t\r\n{ } \n", true);
    row(R"({"a":1,"b":[1,2,{"c":null}],"d":"x"})", true);
    row(R"({"a":-0.5e+10,"b":0,"c":-0,"d":1E2})", true);
    row(R"({"a":"\"\\\/\b\f\n\r\t\u00e9"})", true);
    row(R"({"":true})", true);
    row(R"({"a":{"b":1,"b":2}})", true); // a repeated name further down is not ours to judge
    row("", false);
    row("[]", false);
    row("1", false);
    row("{", false);
    row("{}}", false);
    row("{} {}", false);
    row(R"({"a"})", false);
    row(R"({"a":})", false);
    row(R"({"a":1,})", false);
    row(R"({,"a":1})", false);
    row(R"({"a":1 "b":2})", false);
    row(R"({a:1})", false);
    row(R"({'a':1})", false);
    row(R"({"a":[1,]})", false);
    row(R"({"a":[1}})", false);
    row(R"({"a":01})", false);
    row(R"({"a":1.})", false);
    row(R"({"a":.5})", false);
    row(R"({"a":+1})", false);
    row(R"({"a":1e})", false);
    row(R"({"a":-})", false);
    row(R"({"a":NaN})", false);
    row(R"({"a":Infinity})", false);
    row(R"({"a":tru})", false);
    row(R"({"a":nullx})", false);
    row(R"({"a":"x})", false);
    row(R"({"a":"\x"})", false);
    row(R"({"a":"\u12g4"})", false);
    row(R"({"a":"\u12"})", false);
    row("{\"a\":\"x\ny\"}", false);
    row("{\"a\":\"12345678\x1f\"}", false);
    row("\xef\xbb\xbf{}", false);
    row(R"({"a":1,"a":2})", false);
    row(R"({"a":1 /* c */})", false);
}

void JsonTextTest::acceptsOnlyWellFormedObjects()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);
    QCOMPARE(core::membersOf(text).ok(), accepted);
}

void JsonTextTest::saysWhereTheMistakeIs()
{
    const auto result = core::membersOf(R"({"model":"a","n":1,"model":"b"})");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(result.error().message,
             u"The JSON text names \"model\" twice, the second time at byte 19."_s);
    QCOMPARE(core::membersOf(R"({"n":x})").error().message,
             u"The JSON text has something that is no JSON value at byte 5."_s);
}

void JsonTextTest::refusesAnEscapedNameThatCouldHideASecondModel()
{
    const auto result = core::membersOf(R"({"model":"cheap","mod\u0065l":"dear"})");
    QVERIFY(!result.ok());
    QVERIFY(result.error().message.contains(u"escape at byte 17"_s));
}

void JsonTextTest::refusesDeepNestingWithoutOverflow()
{
    const auto nested = [](qsizetype depth) {
        return QByteArray("{\"a\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}');
    };
    QVERIFY(core::membersOf(nested(core::MaximumJsonDepth - 1)).ok());
    QVERIFY(!core::membersOf(nested(core::MaximumJsonDepth)).ok());
    QVERIFY(!core::membersOf(nested(5'000'000)).ok());
    QVERIFY(core::findMember(nested(5'000'000), "a").has_value());
}

void JsonTextTest::manyMembersTakeNoQuadraticTime()
{
    QByteArray text = "{";
    for (int i = 0; i < 200'000; ++i) {
        text += "\"k" + QByteArray::number(i) + "\":1,";
    }
    QVERIFY(!core::membersOf(text + "\"k7\":2}").ok());
    QCOMPARE(core::membersOf(text + "\"z\":2}").value().size(), std::size_t{200'001});
}

void JsonTextTest::findsTheFirstMemberOfAName()
{
    const QByteArray text = R"( { "b" : "a\"b\\" , "a" : { "usage" : 1 } , "usage":[1,"]"] } )";
    const auto member = core::findMember(text, "usage");
    QVERIFY(member.has_value());
    QCOMPARE(member->value(text).toByteArray(), QByteArray(R"([1,"]"])"));
    QCOMPARE(core::findMember(text, "b")->value(text).toByteArray(), QByteArray(R"("a\"b\\")"));
    QVERIFY(!core::findMember(text, "c").has_value());
    QVERIFY(!core::findMember("[1]", "c").has_value());
    QVERIFY(!core::findMember("", "c").has_value());
}

void JsonTextTest::cutsAMemberAndItsComma_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("only") << QByteArray(R"({"x":1})") << QByteArray("{}");
    QTest::newRow("first") << QByteArray(R"({"x":1,"b":2})") << QByteArray(R"({"b":2})");
    QTest::newRow("middle") << QByteArray(R"({"a":0,"x":{"y":[]},"b":2})")
                            << QByteArray(R"({"a":0,"b":2})");
    QTest::newRow("last") << QByteArray(R"({"a":0,"x":1})") << QByteArray(R"({"a":0})");
    QTest::newRow("spaced") << QByteArray("{ \"a\" : 0 , \"x\" : 1 }")
                            << QByteArray("{ \"a\" : 0  }");
    QTest::newRow("spaced, first")
        << QByteArray("{\n \"x\": 1,\n \"a\": 0\n}") << QByteArray("{\n \"a\": 0\n}");
}

void JsonTextTest::cutsAMemberAndItsComma()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, rest);
    QCOMPARE(core::withoutMember(text, *core::findMember(text, "x")), rest);
}

void JsonTextTest::setsAMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("edited");
    QTest::newRow("empty") << QByteArray("{}") << QByteArray(R"({"x":7})");
    QTest::newRow("empty, spaced") << QByteArray("{ }\n") << QByteArray("{ \"x\":7}\n");
    QTest::newRow("appended") << QByteArray(R"({"a":1.50})") << QByteArray(R"({"a":1.50,"x":7})");
    QTest::newRow("replaced") << QByteArray(R"({"x" : null, "a":1e0})")
                              << QByteArray(R"({"x" : 7, "a":1e0})");
}

void JsonTextTest::setsAMember()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, edited);
    QCOMPARE(core::withMember(text, "x", "7"), edited);
}

void JsonTextTest::resolvesAndWritesStrings()
{
    QCOMPARE(core::jsonString(R"("a\n\u00e9\ud83d\ude00\/")").value(),
             QByteArray("a\n\xc3\xa9\xf0\x9f\x98\x80/"));
    QCOMPARE(core::jsonString(R"("\ud83d")").value(), QByteArray("?"));
    QVERIFY(!core::jsonString("1").has_value());
    QVERIFY(!core::jsonString("\"").has_value());
    QCOMPARE(core::quotedJson("a\"\\\n\x01é"), QByteArray("\"a\\\"\\\\\\u000a\\u0001é\""));
    QCOMPARE(core::jsonString(core::quotedJson("x\t\"y\\")).value(), QByteArray("x\t\"y\\"));
}

void JsonTextTest::readsOnlyWholeNumbersThatFit()
{
    QCOMPARE(core::jsonInteger("16"), std::optional<qint64>(16));
    QCOMPARE(core::jsonInteger("-1"), std::optional<qint64>(-1));
    QCOMPARE(core::jsonInteger("999999999999999999"),
             std::optional<qint64>(999'999'999'999'999'999));
    for (const char *bad : {"", "-", "1.0", "1e3", "\"1\"", "null", "99999999999999999999"}) {
        QVERIFY2(!core::jsonInteger(bad).has_value(), bad);
    }
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
