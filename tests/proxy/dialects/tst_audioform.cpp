// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/audioform.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using proxy::BodyFile;
using proxy::openai::longestAudio;
using proxy::openai::readAudioForm;

namespace {

const QByteArray Type = "multipart/form-data; boundary=XX";

QByteArray part(const QByteArray &name, const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content +
           "\r\n";
}

QByteArray file(const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ogg\"\r\n"
           "Content-Type: audio/ogg\r\n\r\n" +
           content + "\r\n";
}

void fill(BodyFile &form, const QByteArray &bytes)
{
    form.append(bytes);
    QVERIFY(!form.hasFailed());
    QCOMPARE(form.bytes(), bytes);
}

/// Sixteen-bit samples in two channels.
QByteArray wav(quint32 rate, qsizetype dataBytes)
{
    QByteArray bytes("RIFF....WAVEfmt ");
    const auto add = [&bytes](auto value) {
        char raw[sizeof value];
        qToLittleEndian(value, raw);
        bytes.append(raw, sizeof value);
    };
    add(quint32{16});
    add(quint16{1});
    add(quint16{2});
    add(rate);
    add(rate * 4);
    add(quint16{4});
    add(quint16{16});
    return bytes + "data...." + QByteArray(dataBytes, '\1');
}

} // namespace

/// Forms with audio, as /v1/audio/* takes them.
class AudioFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheModelWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("form");
        const QByteArray audio = file(QByteArray(1'501, 'a'));
        QTest::newRow("before the file") << part("model", "whisper") + audio + "--XX--\r\n";
        QTest::newRow("after it") << audio + part("model", "whisper") + "--XX--\r\n";
        QTest::newRow("no last line end") << audio + part("model", "whisper") + "--XX--";
    }
    void readsTheModelWhereverItStands()
    {
        QFETCH(QByteArray, form);
        BodyFile body;
        fill(body, form);
        const auto facts = readAudioForm(body, Type);
        QVERIFY(facts.ok());
        QCOMPARE(facts->model, "whisper");
        QCOMPARE(facts->audioSeconds, 3); // 1,501 bytes at 750 a second
        QVERIFY(!facts->stream);
    }

    void readsWhatTheStreamShallTell()
    {
        BodyFile body;
        fill(body,
             file("a") + part("stream", "true") + part("stream_include_usage", "true") + "--XX--");
        const auto facts = readAudioForm(body, Type);
        QVERIFY(facts.ok());
        QVERIFY(facts->stream && facts->includeUsage && !facts->continuousUsage);
    }

    void takesAQuotedBoundary()
    {
        BodyFile body;
        fill(body, file("a") + "--XX--");
        QVERIFY(readAudioForm(body, "multipart/form-data; Boundary=\"XX\"").ok());
        QVERIFY(!readAudioForm(body, "multipart/form-data").ok());
        QVERIFY(!readAudioForm(body, "multipart/form-data; boundary=YY").ok());
    }

    void believesAnUncompressedWavFile()
    {
        QCOMPARE(longestAudio(wav(16'000, 2 * 64'000)), 2); // as an upstream counts it
        QCOMPARE(longestAudio(wav(16'000, 2 * 64'000 + 4)), 3);
        QCOMPARE(longestAudio(wav(1, 7'500)), 10); // no slower than speech can be
        QCOMPARE(longestAudio(QByteArray(750, 'x')), 1);
        QCOMPARE(longestAudio({}), 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("named");
        const QByteArray end = "--XX--";
        QTest::newRow("no file") << part("model", "m") + end << u"\"file\""_s;
        QTest::newRow("two models")
            << part("model", "a") + part("model", "b") + file("x") + end << u"\"model\" twice"_s;
        QTest::newRow("two files") << file("x") + file("y") + end << u"\"file\" twice"_s;
        QTest::newRow("the owner's") << part("priority", "-9") + file("x") + end << u"priority"_s;
        QTest::newRow("cut") << file("x") + "--XX" << u"does not end"_s;
        QTest::newRow("cut in a part") << file("x").chopped(1) << u"without an end"_s;
        QTest::newRow("no form") << "{}"_ba << u"boundary"_s;
        QTest::newRow("empty") << QByteArray() << u"boundary"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, form);
        QFETCH(QString, named);
        BodyFile body;
        fill(body, form);
        const auto facts = readAudioForm(body, Type);
        QVERIFY(!facts.ok());
        QVERIFY2(facts.error().message.contains(named), qPrintable(facts.error().message));
    }

    void writesAnotherModel()
    {
        BodyFile body;
        fill(body, file("a") + part("model", "logical") + part("language", "en") + "--XX--");
        const auto changed = proxy::openai::withModel(body, Type, "physical");
        QVERIFY(changed);
        QCOMPARE(changed->bytes(),
                 file("a") + part("model", "physical") + part("language", "en") + "--XX--");
        BodyFile without;
        fill(without, file("a") + "--XX--");
        const auto added = proxy::openai::withModel(without, Type, "physical");
        QCOMPARE(readAudioForm(*added, Type)->model, "physical");
    }
};

QTEST_APPLESS_MAIN(AudioFormTest)
#include "tst_audioform.moc"
