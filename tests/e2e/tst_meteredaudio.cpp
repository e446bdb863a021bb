// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 1: what is charged of audio, which has seconds and no tokens.
#include "ledgerrows.h"
#include "meteredcents.h"
#include "site.h"

#include <QTest>
#include <QtEndian>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// "whisper" costs six cents for a minute of audio.
SiteWish withWhisper()
{
    SiteWish wish;
    wish.configuration = "  whisper: { provider: vllm, physical_name: cent, "
                         "price: { input: 0, output: 0, per_audio_minute: 0.06 } }\n";
    return wish;
}

/// A part of a form, before others.
QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

/// So many seconds of telephone: 8,000 samples of two bytes each.
QByteArray wavOf(int seconds)
{
    QByteArray head("RIFF....WAVEfmt ");
    const auto add = [&head](auto value) {
        char raw[sizeof value];
        qToLittleEndian(value, raw);
        head.append(raw, sizeof value);
    };
    add(quint32{16});
    add(quint16{1});
    add(quint16{1});
    add(quint32{8'000});
    add(quint32{16'000});
    add(quint16{2});
    add(quint16{16});
    return head + "data...." + QByteArray(seconds * 16'000, '\1');
}

QByteArray audioForm(const QByteArray &file, const QByteArray &model, const QByteArray &format)
{
    const QByteArray head = "--XX\r\nContent-Disposition: form-data; name=\"";
    return head + "file\"; filename=\"a.ogg\"\r\nContent-Type: audio/ogg\r\n\r\n" + file + "\r\n" +
           head + "model\"\r\n\r\n" + model + "\r\n" + head + "response_format\"\r\n\r\n" + format +
           "\r\n--XX--\r\n";
}

test::Answer postForm(Site &site, const QByteArray &path, const QByteArray &form)
{
    return test::HttpClient(site.port())
        .send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + payer("acme") +
              "Content-Type: multipart/form-data; boundary=XX\r\nContent-Length: " +
              QByteArray::number(form.size()) + "\r\n\r\n" + form);
}

} // namespace

class TestMeteredAudio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metersAudioByItsLength_data();
    void metersAudioByItsLength();
    void chargesStreamedAudioByItsLength_data();
    void chargesStreamedAudioByItsLength();
    void wantsAPriceForAudio();
    void relaysALargeFile();
};

void TestMeteredAudio::metersAudioByItsLength_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<qint64>("cents"); // six a minute
    QTest::addColumn<bool>("isCounted");
    // 90,000 bytes are 90 seconds to the simulation, and at most 120 to whoever cannot tell.
    QTest::newRow("json") << "/v1/audio/transcriptions"_ba
                          << "json"_ba << 9LL << true;
    QTest::newRow("verbose") << "/v1/audio/transcriptions"_ba
                             << "verbose_json"_ba << 9LL << true;
    QTest::newRow("text") << "/v1/audio/transcriptions"_ba
                          << "text"_ba << 12LL << false;
    QTest::newRow("translation") << "/v1/audio/translations"_ba
                                 << "json"_ba << 12LL << false;
}

void TestMeteredAudio::metersAudioByItsLength()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, format);
    QFETCH(qint64, cents);
    QFETCH(bool, isCounted);
    Site site(withWhisper());
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const QByteArray form = audioForm(QByteArray(90'000, 'a'), "whisper", format);
    const auto answer = postForm(site, path, form);
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.body().contains("What was said."));
    QCOMPARE(site.standing("acme")->spent, ::cents(cents));
    QCOMPARE(site.standing("acme")->reserved, Money());
    QCOMPARE(site.seenRequests().size(), 1);
    QVERIFY(site.cap("acme", "0.11")); // and what it may cost is held first
    QCOMPARE(postForm(site, path, form).status(), 402);
    QCOMPARE(site.seenRequests().size(), 1);
    QCOMPARE(site.stop(), 0);
    const auto rows = readLedger(site.ledgerFile());
    QVERIFY(rows);
    QCOMPARE(rows->settlements.front().bound.cost, ::cents(12));
    QCOMPARE(rows->settlements.front().usage.quality,
             isCounted ? core::CountQuality::Reported : core::CountQuality::Estimated);
}

/// A stream tells tokens at most, and those of the last half minute: what is charged is the
/// length. That of a WAV file stands in its head, so that it is exact here, too.
void TestMeteredAudio::chargesStreamedAudioByItsLength_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<qint64>("cents"); // six a minute
    const QByteArray packed(90'000, 'a');
    const QByteArray wav = wavOf(90);
    const QByteArray usage = field("stream_include_usage", "true");
    QTest::newRow("packed") << packed << QByteArray() << 12LL; // at most 120 seconds
    QTest::newRow("packed, with usage") << packed << usage << 12LL;
    QTest::newRow("WAV") << wav << QByteArray() << 9LL;
    QTest::newRow("WAV, with usage") << wav << usage << 9LL;
}

void TestMeteredAudio::chargesStreamedAudioByItsLength()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, more);
    QFETCH(qint64, cents);
    Site site(withWhisper());
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const QByteArray form = field("stream", "true") + more + audioForm(file, "whisper", "json");
    const auto answer = postForm(site, "/v1/audio/transcriptions", form);
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.isWhole());
    QCOMPARE(answer.events().last(), "[DONE]");
    QCOMPARE(answer.body().contains("\"usage\""), !more.isEmpty());
    QTRY_COMPARE(site.standing("acme")->spent, ::cents(cents));
    QCOMPARE(site.standing("acme")->reserved, Money());
}

void TestMeteredAudio::wantsAPriceForAudio()
{
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const auto refused = postForm(site, "/v1/audio/transcriptions", audioForm("a", "cent", "json"));
    QCOMPARE(refused.status(), 402);
    QCOMPARE(refused.errorCode(), "model_unpriced"); // a price of tokens says nothing here
    const QByteArray json = R"({"model":"cent","file":"a"})";
    QCOMPARE(site.post("/v1/audio/transcriptions", json).status(), 400);
    const QByteArray form = audioForm("a", "cent", "json");
    const QByteArray type = "Content-Type: multipart/form-data; boundary=XX\r\n";
    QCOMPARE(test::HttpClient(site.port())
                 .send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n" + type +
                       "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form)
                 .status(),
             400);
}

/// Twenty megabytes; the file goes through to the last byte.
void TestMeteredAudio::relaysALargeFile()
{
    Site site(withWhisper());
    QVERIFY(site.isRunning());
    constexpr qsizetype Bytes = 20'000'000;
    const auto answer = postForm(
        site, "/v1/audio/transcriptions", audioForm(QByteArray(Bytes, 'a'), "whisper", "json"));
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.json()["usage"_L1]["seconds"_L1].toInt(), Bytes / 1'000);
}

QTEST_GUILESS_MAIN(TestMeteredAudio)
#include "tst_meteredaudio.moc"
