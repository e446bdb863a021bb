// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Objects that nobody thought of: random ones, mutated ones, and ones that end anywhere.
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

class JsonTextRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithQtOnRandomObjects();
    void isNeverMoreLenientThanQtOnMutatedText();
    void neverReadsOutsideTheText();
};

void JsonTextRandomTest::agreesWithQtOnRandomObjects()
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

void JsonTextRandomTest::isNeverMoreLenientThanQtOnMutatedText()
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
void JsonTextRandomTest::neverReadsOutsideTheText()
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

QTEST_APPLESS_MAIN(JsonTextRandomTest)
#include "tst_jsontextrandom.moc"
