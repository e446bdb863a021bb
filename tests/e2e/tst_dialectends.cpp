// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialectcase.h"

using namespace dialects;

/// Issue 5, what must be true 2: every dialect where an answer fails, breaks off or never begins.
class TestDialectEnds : public DialectCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { end(); }

    void passesAnErrorOnInTheShapeOfItsClient_data() { addDialects(true); }
    void passesAnErrorOnInTheShapeOfItsClient()
    {
        take();
        QFETCH(bool, stream);
        const QByteArray mark = m_sim != nullptr ? "[[sim:status=429]]" : "[[sim:429]]";
        const Answer answer = ask(mark, stream ? Streaming : QByteArray());
        QCOMPARE(answer.status(), 429); // S4-19
        QVERIFY(!answer.error()["message"_L1].toString().isEmpty());
        QVERIFY(!answer.error()["type"_L1].toString().isEmpty());
        QCOMPARE(answer.json()["type"_L1].toString(), isMessages() ? u"error"_s : QString());
        QCOMPARE(settled(answer).cost, core::Money());
        QCOMPARE(settled(answer).ending, core::Ending::UpstreamError);
    }

    void chargesWhatCameBeforeAnErrorInTheMiddle_data() { addDialects(); }
    void chargesWhatCameBeforeAnErrorInTheMiddle()
    {
        take();
        const Answer answer = ask("[[tokens=20]] [[sim:error-mid-stream=4]]", Streaming);
        QCOMPARE(answer.status(), 200);
        QVERIFY2(answer.body().contains("\"error\""), answer.body());
        QVERIFY(!answer.body().contains("message_stop"));
        // vLLM counts events: of a chat the role came first, of a message its start and its block.
        const qint64 came = m_sim != nullptr ? 4 : isMessages() ? 2 : 3;
        const SettledRow row = settled(answer);
        QCOMPARE(row.usage.output, came);
        QCOMPARE(row.ending, core::Ending::UpstreamError);
        QCOMPARE(row.cost, costOf(row.usage.input, 0, 0, came));
        if (tellsAsItGoes()) {
            QCOMPARE(row.usage.input, counted().input);
        } else { // the prompt is counted at the end, which never came: its bound is due
            QVERIFY(row.usage.input >= row.bound.tokens - 64);
            QCOMPARE(row.usage.quality, CountQuality::Estimated);
        }
    }

    void chargesWhatCameBeforeTheConnectionBroke_data() { addDialects(); }
    void chargesWhatCameBeforeTheConnectionBroke()
    {
        take();
        const Answer answer = ask("[[tokens=20]] [[sim:cut=4]]", Streaming);
        QVERIFY(!answer.isWhole()); // the client must not take it for one
        const qint64 came = m_sim != nullptr ? 4 : isMessages() ? 2 : 3;
        QCOMPARE(settled(answer).usage.output, came);
        QCOMPARE(settled(answer).ending, core::Ending::UpstreamError);
    }

    void endsTheUpstreamWhenTheClientLeaves_data() { addDialects(); }
    void endsTheUpstreamWhenTheClientLeaves()
    {
        take();
        const QByteArray slow = m_sim != nullptr ? "" : " slow-tokens=200";
        test::HttpClient client(m_fleet->port());
        QVERIFY(client.begin(request("[[sim:never-ending" + slow + "]]", Streaming)));
        Answer answer;
        QVERIFY(
            client.readUntil(answer, [](const Answer &so) { return so.body().size() > 2'000; }));
        client.close();
        const SettledRow row = settled(answer);
        QCOMPARE(row.ending, core::Ending::ClientGone);
        QVERIFY(row.usage.output > 0);
        if (m_sim != nullptr) { // it saw the connection end, and stopped
            QTRY_COMPARE(m_sim->generated().size(), m_before + 1);
            QVERIFY(row.usage.output <= lastGenerated().output);
        }
        QCOMPARE(row.cost, costOf(row.usage.input, 0, 0, row.usage.output));
    }

    void chargesTheBoundWhenTheUsageIsMissing_data() { addDialects(true); }
    void chargesTheBoundWhenTheUsageIsMissing()
    {
        take();
        QFETCH(bool, stream);
        const Answer answer =
            ask("[[tokens=20]] [[sim:usage-missing]]", stream ? Streaming : QByteArray());
        QCOMPARE(answer.status(), 200);
        const SettledRow row = settled(answer);
        QCOMPARE(row.usage.quality, CountQuality::Estimated);
        QCOMPARE(row.usage.output, 64); // max_tokens
        QCOMPARE(row.ending, core::Ending::Complete);
    }

    /// What each has a place for differs; logit_bias has one nowhere but in OpenAI's.
    void refusesWhatItCannotCarry_data() { addDialects(); }
    void refusesWhatItCannotCarry()
    {
        take();
        const Answer answer = ask("Hi", "'logit_bias':{'1':5},");
        if (isMessages() || isCompatible()) { // relayed as it is: the provider judges
            QCOMPARE(answer.status(), 200);
            return;
        }
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.errorCode(), "unsupported_by_provider"_ba);
        QVERIFY(answer.error()["message"_L1].toString().contains(u"\"logit_bias\""_s));
        QCOMPARE(m_sim->generated().size(), m_before);
    }

    /// A client may speak Messages and Responses to those that serve them; to the others it is told
    /// before anything is held or sent, in the shape that it knows.
    void saysWhatAProviderDoesNotServe_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *provider, const char *path) {
            QTest::addRow("%s %s", provider, path) << QByteArray(provider) << QByteArray(path);
        };
        for (const char *provider : {"gemini", "ollama"}) {
            row(provider, "/v1/messages");
            row(provider, "/v1/messages/count_tokens");
        }
        for (const char *provider : {"anthropic", "gemini", "ollama"}) {
            row(provider, "/v1/responses");
            row(provider, "/v1/completions");
        }
    }
    void saysWhatAProviderDoesNotServe()
    {
        take();
        const bool isMessage = m_path.startsWith("/v1/messages");
        const QByteArray what = m_path == "/v1/responses" ? "'input':'Hi'"
                                : isMessage
                                    ? "'max_tokens':5,'messages':[{'role':'user','content':'Hi'}]"
                                    : "'prompt':'Hi'";
        const qint64 holds = m_fleet->ledgerNow()->holds.size();
        const Answer answer =
            test::HttpClient(m_fleet->port())
                .post(m_path, json("{'model':'" + m_provider + "'," + what + "}"));
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.json()["type"_L1].toString(), isMessage ? u"error"_s : QString());
        QCOMPARE(answer.error()["code"_L1].toString(), u"unsupported_by_provider"_s);
        QCOMPARE(m_sim->generated().size(), m_before);
        QCOMPARE(m_fleet->ledgerNow()->holds.size(), holds);
    }

    void neverSendsAProvidersKeyElsewhere() { checkKeys(); }
};

QTEST_GUILESS_MAIN(TestDialectEnds)
#include "tst_dialectends.moc"
