// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <QTest>

#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 20260821;

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 7 : 5)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return random.bounded(-100000, 100000);
    case 3:
        return random.generateDouble() * 1e20;
    case 4: {
        QString text;
        for (int length = random.bounded(30); length > 0; --length) {
            text += QChar(random.bounded(10) == 0 ? random.bounded(1, 0xd000)
                                                  : random.bounded(32, 127));
        }
        return text;
    }
    case 5: {
        QJsonArray array;
        for (int size = random.bounded(5); size > 0; --size) {
            array.append(randomValue(random, depth - 1));
        }
        return array;
    }
    default: {
        QJsonObject object;
        for (int size = random.bounded(5); size > 0; --size) {
            object.insert(u"k%1"_s.arg(random.bounded(100)), randomValue(random, depth - 1));
        }
        return object;
    }
    }
}

QByteArray randomObject(QRandomGenerator &random)
{
    QJsonObject object;
    for (int size = random.bounded(8); size > 0; --size) {
        object.insert(u"m%1"_s.arg(random.bounded(100)), randomValue(random, 4));
    }
    const bool compact = random.bounded(2) == 0;
    return QJsonDocument(object).toJson(compact ? QJsonDocument::Compact : QJsonDocument::Indented);
}

/// No letter of an exponent among them: Qt refuses numbers beyond a double, which JSON does not.
QByteArray mutated(QByteArray text, QRandomGenerator &random)
{
    static constexpr QByteArrayView Alphabet = "{}[]\",:\\tfn0-.u \n\x01\xff";
    for (int times = random.bounded(1, 4); times > 0 && !text.isEmpty(); --times) {
        const auto at = random.bounded(text.size());
        switch (random.bounded(3)) {
        case 0:
            text.remove(at, random.bounded(1, 4));
            break;
        case 1:
            text.insert(at, Alphabet[random.bounded(Alphabet.size())]);
            break;
        default:
            text[at] = Alphabet[random.bounded(Alphabet.size())];
        }
    }
    return text;
}

bool isUtf8(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    return !decoder.hasError();
}

} // namespace

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
    void agreesWithQtOnRandomObjects();
    void isNeverMoreLenientThanQtOnMutatedText();
    void neverReadsOutsideTheText();
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

void JsonTextTest::agreesWithQtOnRandomObjects()
{
    QRandomGenerator random(Seed);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray text = randomObject(random);
        const QJsonObject expected = QJsonDocument::fromJson(text).object();
        const auto members = core::membersOf(text);
        QVERIFY2(members.ok(), text.constData());
        QCOMPARE(qsizetype(members->size()), expected.size());
        for (const core::JsonMember &member : *members) {
            const QByteArray value = "[" + member.value(text).toByteArray() + "]";
            QCOMPARE(QJsonDocument::fromJson(value).array().at(0),
                     expected.value(QString::fromUtf8(member.name)));
            QCOMPARE(core::findMember(text, member.name)->valueEnd, member.valueEnd);
            QJsonObject fewer = expected;
            fewer.remove(QString::fromUtf8(member.name));
            QCOMPARE(QJsonDocument::fromJson(core::withoutMember(text, member)).object(), fewer);
        }
    }
}

void JsonTextTest::isNeverMoreLenientThanQtOnMutatedText()
{
    QRandomGenerator random(Seed + 1);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        const QByteArray text = mutated(randomObject(random), random);
        if (!core::membersOf(text).ok() || !isUtf8(text)) {
            continue;
        }
        ++accepted;
        QVERIFY2(QJsonDocument::fromJson(text).isObject(), text.constData());
    }
    QVERIFY(accepted > 100);
}

/// Each text stands in a block of exactly its size, so that the address sanitizer sees one byte
/// too many.
void JsonTextTest::neverReadsOutsideTheText()
{
    QRandomGenerator random(Seed + 2);
    qsizetype found = 0;
    for (int round = 0; round < 20000; ++round) {
        const QByteArray text = mutated(randomObject(random), random);
        const qsizetype size =
            random.bounded(2) == 0 ? text.size() : random.bounded(text.size() + 1);
        const auto block = std::make_unique<char[]>(std::size_t(size));
        std::memcpy(block.get(), text.constData(), std::size_t(size));
        const QByteArrayView view(block.get(), size);
        found += core::findMember(view, "m7").has_value() ? 1 : 0;
        found += core::membersOf(view).ok() ? 1 : 0;
        core::JsonElements elements(view);
        QByteArrayView element;
        while (elements.next(element)) {
            QVERIFY(element.end() <= view.end());
        }
        found += core::jsonString(view).has_value() ? 1 : 0;
    }
    QVERIFY(found > 0);
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
