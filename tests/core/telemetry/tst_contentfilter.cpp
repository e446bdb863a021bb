// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/contentfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

ContentRules rules(qint64 bytes = 1'000)
{
    ContentRules made;
    made.isWanted = true;
    made.maximumBytes = bytes;
    return made;
}

QJsonArray userSays(const QJsonValue &content)
{
    return {QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, content}}};
}

QJsonArray filtered(const QJsonValue &said, const ContentRules &how)
{
    return QJsonDocument::fromJson(ContentFilter(how).filtered(said)).array();
}

} // namespace

class TestContentFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOrdinaryWordsAsTheyAre();
    void replacesMediaByAMark();
    void redactsPatternsAndKeysAlsoInsideOfArguments();
    void redactsBeforeItCuts();
    void cutsWhatIsTooLongAndStaysReadable();
    void cutsNoCharacterInTwo();
    void leavesOutWhatAPatternCannotBeTriedOn();
    void comesBackFromTheOutbox();
};

void TestContentFilter::leavesOrdinaryWordsAsTheyAre()
{
    const QJsonArray said = userSays(u"What is the capital of France? data: {\"a\": 1}"_s);
    QCOMPARE(filtered(said, rules()), said);
    QCOMPARE(ContentFilter(rules()).filtered(u"a text"_s), QByteArray("\"a text\""));
    QCOMPARE(ContentFilter(rules()).filtered(QJsonValue()), QByteArray());
}

void TestContentFilter::replacesMediaByAMark()
{
    const QString picture = u"data:image/png;base64,"_s + QString(5'000, u'A');
    const QJsonArray said = userSays(QJsonArray{
        QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u"Who is this?"_s}},
        QJsonObject{{u"type"_s, u"image_url"_s},
                    {u"image_url"_s, QJsonObject{{u"url"_s, picture}}}},
        QJsonObject{{u"type"_s, u"other"_s}, {u"bytes"_s, QString(600, u'B')}},
    });
    const QJsonArray parts = filtered(said, rules())[0]["content"_L1].toArray();
    QCOMPARE(parts[0]["text"_L1].toString(), u"Who is this?"_s);
    QCOMPARE(parts[1]["type"_L1].toString(), u"text"_s);
    QVERIFY(parts[1]["text"_L1].toString().startsWith(u"[image_url, 5"));
    QCOMPARE(parts[2]["bytes"_L1].toString(), u"[data, 600 bytes]"_s);
}

void TestContentFilter::redactsPatternsAndKeysAlsoInsideOfArguments()
{
    ContentRules how = rules();
    how.patterns = {QRegularExpression(u"sk-[a-z0-9]+"_s), QRegularExpression(u"\\b4\\d{15}\\b"_s)};
    how.keys = {"Password"};
    const QJsonArray said = userSays(QJsonArray{
        u"my key is sk-abc123, use it"_s,
        4'111'111'111'111'111.0,
        QJsonObject{{u"password"_s, u"hunter2"_s}, {u"sk-name"_s, 1}},
        u"{\"login\":{\"PASSWORD\":\"hunter3\",\"user\":\"eve\"}}"_s,
    });
    const QJsonArray parts = filtered(said, how)[0]["content"_L1].toArray();
    QCOMPARE(parts[0].toString(), u"my key is [redacted], use it"_s);
    QCOMPARE(parts[1].toString(), u"[redacted]"_s);
    QCOMPARE(parts[2].toObject(),
             (QJsonObject{{u"password"_s, u"[redacted]"_s}, {u"[redacted]"_s, 1}}));
    QCOMPARE(parts[3].toString(), u"{\"login\":{\"PASSWORD\":\"[redacted]\",\"user\":\"eve\"}}"_s);
}

void TestContentFilter::redactsBeforeItCuts()
{
    ContentRules how = rules(1'000);
    how.patterns = {QRegularExpression(u"sk-[a-z]{20}"_s)};
    // The secret lies across the thousandth byte: cut first, its beginning would stay.
    const QString text = QString(990, u' ') + u"sk-"_s + QString(20, u'x');
    QVERIFY(!ContentFilter(how).filtered(userSays(text)).contains("sk-"));
}

void TestContentFilter::cutsWhatIsTooLongAndStaysReadable()
{
    QJsonArray said;
    for (int i = 0; i < 100; ++i) {
        said.append(userSays(u"word "_s.repeated(40))[0]); // 200 bytes each
    }
    const QByteArray json = ContentFilter(rules(2'000)).filtered(said);
    QVERIFY2(json.size() < 4'000, QByteArray::number(json.size()).constData());
    const QJsonArray kept = QJsonDocument::fromJson(json).array();
    QCOMPARE(kept[0], said[0]);
    QVERIFY(kept.size() < 12);
    for (const QJsonValue &message : kept) {
        QCOMPARE(message["role"_L1].toString(), u"user"_s);
    }
    QVERIFY(kept.last()["content"_L1].toString().endsWith(u"[cut]"));
}

void TestContentFilter::cutsNoCharacterInTwo()
{
    const QString text = u"\u00e9"_s.repeated(400); // two bytes each
    for (const qint64 bytes : {99, 100, 101}) {
        const QByteArray json = ContentFilter(rules(bytes)).filtered(text);
        QVERIFY2(!json.contains("\xef\xbf\xbd"), json.constData());
        QVERIFY(json.startsWith("\"\u00e9\u00e9"));
    }
}

void TestContentFilter::leavesOutWhatAPatternCannotBeTriedOn()
{
    ContentRules how = rules(100'000);
    how.patterns = {QRegularExpression(u"(a+)+b"_s)}; // takes longer than the library allows
    const QString text = QString(5'000, u'a') + u" planted"_s;
    QVERIFY(!ContentFilter(how).filtered(userSays(text)).contains("planted"));
}

void TestContentFilter::comesBackFromTheOutbox()
{
    const CallContent content{R"([{"role":"user"}])", R"([{"role":"assistant"}])"};
    QCOMPARE(CallContent::fromJson(content.toJson()), content);
    const CallContent silent{"\"only asked\"", {}};
    QCOMPARE(CallContent::fromJson(silent.toJson()), silent);
    QVERIFY(CallContent::fromJson({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestContentFilter)
#include "tst_contentfilter.moc"
