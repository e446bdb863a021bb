// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QTest>
#include <QtEndian>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// The members of a request that a client who is not trusted must not set.
const QByteArray Internal =
    R"("priority":-5,"kv_transfer_params":{"a":1},"vllm_xargs":{},"request_id":"mine",)";

QByteArray responses(const QByteArray &more)
{
    return R"({"model":"cent",)" + more + R"("input":"Hi [[tokens=5]]"})";
}

Money cents(qint64 count)
{
    return Money::fromNanos(count * 10'000'000);
}

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

/// All metered routes of vLLM beside chat, completions and embeddings: each is held, counted to the
/// token, and refused beyond a cap, through the real programs.
class TestMeteredRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metersWhatOnlyReads_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray query = R"("query":"what?","documents":["one text","and another"]})";
        const QByteArray pair = R"("text_1":"what?","text_2":["one text","and another"]})";
        const QByteArray input = R"("input":["one text","and another"]})";
        for (const char *path : {"/rerank", "/v1/rerank", "/v2/rerank"}) {
            QTest::newRow(path) << query;
        }
        for (const char *path : {"/score", "/v1/score"}) {
            QTest::newRow(path) << pair;
        }
        QTest::newRow("/pooling") << input;
        QTest::newRow("/classify") << input;
    }
    void metersWhatOnlyReads()
    {
        QFETCH(QByteArray, body);
        const QByteArray path = QTest::currentDataTag();
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(
            site.cap("acme", "100")); // a whole context of each text, until a template is learnt
        const QByteArray request = R"({"model":"cent-and-mill",)" + Internal + body;
        const auto answer = site.post(path, request, payer("acme"));
        QCOMPARE(answer.status(), 200);
        const qint64 tokens = answer.json()["usage"_L1]["prompt_tokens"_L1].toInteger();
        QVERIFY(tokens > 0);
        const auto seen = site.seenRequests();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first()["prompt_tokens"_L1].toInteger(), tokens);
        const Money cost = Money::fromNanos(tokens * 1'000'000); // a tenth of a cent each
        QCOMPARE(site.standing("acme")->spent, cost);
        QVERIFY(site.cap("acme", cost.toDecimal()));
        const auto refused = site.post(path, request, payer("acme"));
        QCOMPARE(refused.status(), 402);
        QCOMPARE(site.seenRequests().size(), 1);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->settlements.size(), std::size_t(1));
        QCOMPARE(rows->settlements.front().usage.prompt(), tokens);
        QCOMPARE(rows->settlements.front().usage.output, 0);
        QVERIFY(rows->settlements.front().bound.cost >= cost);
        QVERIFY(rows->settlements.front().bound.tokens >= tokens);
    }

    void metersResponses()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        const auto answer = site.post("/v1/responses", responses(Internal), payer("acme"));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()["object"_L1].toString(), u"response"_s);
        QCOMPARE(answer.json()["usage"_L1]["output_tokens"_L1].toInt(), 5);
        QCOMPARE(answer.header("x-capstan-cost-usd"), "0.05");
        QCOMPARE(site.standing("acme")->spent, cents(5));
    }

    void relaysAStreamOfResponsesAsItComes()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        const auto answer = site.post("/v1/responses", responses(Streamed), payer("acme"));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.body().startsWith("event: response.created\ndata: "));
        QVERIFY(answer.events().last().contains(R"("type":"response.completed")"));
        QVERIFY(answer.isWhole());
        QTRY_COMPARE(site.standing("acme")->spent, cents(5));
        QCOMPARE(site.standing("acme")->reserved, Money());
    }

    /// Its usage came nowhere: what was seen of it is charged, and says that it is estimated.
    void chargesABrokenStreamOfResponses()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        const QByteArray body =
            R"({"model":"cent","stream":true,"input":"Hi [[tokens=50]] [[sim:cut=7]]"})";
        const auto answer = site.post("/v1/responses", body, payer("acme"));
        QVERIFY(!answer.isWhole());
        QTRY_COMPARE(site.standing("acme")->reserved, Money());
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->settlements.size(), std::size_t(1));
        QCOMPARE(rows->settlements.front().usage.quality, core::CountQuality::Estimated);
        QCOMPARE(rows->settlements.front().usage.output, 3); // events 4, 5 and 6 were deltas
        QCOMPARE(rows->settlements.front().ending, core::Ending::UpstreamError);
    }

    void metersAudioByItsLength_data()
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
    void metersAudioByItsLength()
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
    void chargesStreamedAudioByItsLength_data()
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
    void chargesStreamedAudioByItsLength()
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

    void wantsAPriceForAudio()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        const auto refused =
            postForm(site, "/v1/audio/transcriptions", audioForm("a", "cent", "json"));
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
    void relaysALargeFile()
    {
        Site site(withWhisper());
        QVERIFY(site.isRunning());
        constexpr qsizetype Bytes = 20'000'000;
        const auto answer = postForm(
            site, "/v1/audio/transcriptions", audioForm(QByteArray(Bytes, 'a'), "whisper", "json"));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()["usage"_L1]["seconds"_L1].toInt(), Bytes / 1'000);
    }

    void clampsAndRefusesResponses()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "0.20"));
        const auto clamped = site.post(
            "/v1/responses", R"({"model":"cent","input":"Hi [[tokens=500]]"})", payer("acme"));
        QCOMPARE(clamped.status(), 200);
        QCOMPARE(clamped.json()["status"_L1].toString(), u"incomplete"_s);
        QCOMPARE(clamped.json()["usage"_L1]["output_tokens"_L1].toInt(), 20);
        QCOMPARE(clamped.header("x-capstan-clamped-max-tokens"), "20");
        const auto refused = site.post("/v1/responses", responses({}), payer("acme"));
        QCOMPARE(refused.status(), 402);
        QCOMPARE(site.post("/v1/responses", responses(R"("background":true,)")).status(), 400);
    }
};

QTEST_GUILESS_MAIN(TestMeteredRoutes)
#include "tst_meteredroutes.moc"
