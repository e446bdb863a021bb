// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"
#include "tests/provider-sim/providersim.h"

#include <QJsonDocument>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using test::Answer;
using test::Api;
using test::Generated;

namespace {

/// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The providers of seed S2 with its models, parameters and flat prices a thousand tokens
/// (requirements 2.1): opus 0.015, gpt-4 0.03, gemini 0.005, llama2 nothing.
QByteArray seedProviders(const test::ProviderSim &claude,
                         const test::ProviderSim &openai,
                         const test::ProviderSim &gemini,
                         const test::ProviderSim &ollama)
{
    const auto provider = [](const char *name, const char *type, const QByteArray &url) {
        return QByteArray("  ") + name + ": { type: " + type + ", base_url: \"" + url + "\" }\n";
    };
    const auto model = [](const char *name, const char *more, const char *perThousand) {
        return QByteArray("  ") + name + ": { provider: " + name + ", physical_name: the-model, " +
               more + " cost_per_1k_prompt: " + perThousand +
               ", cost_per_1k_completion: " + perThousand + " }\n";
    };
    return "providers:\n" + provider("claude", "anthropic", claude.url()) +
           provider("openai", "openai", openai.url() + "/v1") +
           provider("gemini", "gemini", gemini.url()) + provider("ollama", "ollama", ollama.url()) +
           "models:\n" + model("claude", "max_tokens: 4096,", "0.015") +
           model("openai", "max_tokens: 2048,", "0.03") + model("gemini", "", "0.005") +
           model("ollama", "", "0.0");
}

} // namespace

/// Seed S2's four providers: what each had, lacked or did wrong.
class TestSeedProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fleet = std::make_unique<Fleet>(
            FleetWish{{}, seedProviders(m_claude, m_openai, m_gemini, m_ollama)});
        QVERIFY(m_fleet->isRunning());
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_fleet->ledger().openHolds, 0);
        m_fleet.reset();
    }

    /// Complete, stream, price, latency, availability and name are there for every one of them; a
    /// conversation goes in, usage and errors come out.
    void haveAllThatAProviderHas_data() // S2-01
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("dollars"); // of 100 + 20 tokens at the flat price
        QTest::newRow("claude") << "claude"_ba
                                << "0.0018"_ba;
        QTest::newRow("openai") << "openai"_ba
                                << "0.0036"_ba;
        QTest::newRow("gemini") << "gemini"_ba
                                << "0.0006"_ba;
        QTest::newRow("ollama") << "ollama"_ba
                                << "0"_ba;
    }
    void haveAllThatAProviderHas()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, dollars);
        const QByteArray conversation =
            json("{'model':'" + name +
                 "','messages':[{'role':'system','content':'Be brief.'},"
                 "{'role':'user','content':'Hi'},{'role':'assistant','content':'Hello'},"
                 "{'role':'user','content':'And now? [[tokens=20]]'}]}");
        const Answer whole = m_fleet->chat(conversation);
        QCOMPARE(whole.status(), 200);
        QCOMPARE(whole.json()["usage"_L1]["total_tokens"_L1].toInt(), 120);
        QCOMPARE(whole.header("x-capstan-provider"), name);
        QCOMPARE(whole.header("x-capstan-cost-usd"), dollars);
        const Answer stream = m_fleet->chat(chatBody("[[tokens=20]]", StreamedWithUsage, name));
        QVERIFY(stream.events().size() > 20);
        QCOMPARE(stream.events().last(), "[DONE]"_ba);
        const Answer failed = m_fleet->chat(chatBody("[[sim:status=400]]", {}, name));
        QCOMPARE(failed.status(), 400);
        QVERIFY(!failed.error()["message"_L1].toString().isEmpty());
        const QByteArray report = m_fleet->get("/api/reports/provider_metrics?format=csv").body();
        QVERIFY2(report.contains('\n' + name + ','), report); // calls, tokens, cost, latency
        const QByteArray cards = m_fleet->get("/v1/models").body();
        QVERIFY(cards.contains("\"id\":\"" + name + '"'));
    }

    /// One user message, at most 4,096 tokens; the text comes in pieces, and what goes wrong in
    /// the middle is no longer swallowed.
    void asksClaudeAsItWantsToBeAsked() // S2-02
    {
        QCOMPARE(m_fleet->chat(chatBody("Say it [[tokens=5]]", Streamed, "claude")).status(), 200);
        const QJsonObject body = lastOf(m_claude).body;
        QCOMPARE(lastOf(m_claude).path, "/v1/messages"_ba);
        QCOMPARE(body["max_tokens"_L1].toInt(), 4096);
        QCOMPARE(body["messages"_L1].toArray().size(), 1);
        QCOMPARE(body["messages"_L1][0]["role"_L1].toString(), u"user"_s);
        const Answer broken =
            m_fleet->chat(chatBody("[[tokens=9]] [[sim:error-mid-stream=3]]", Streamed, "claude"));
        QCOMPARE(textOf(broken), "word word word "_ba);
        QVERIFY2(broken.body().contains("Overloaded"), broken.body());
    }

    /// Its parameters arrive as the client gives them; an answer without choices stops nobody.
    void asksOpenAiAsItWantsToBeAsked() // S2-03
    {
        QCOMPARE(m_fleet->chat(chatBody("[[tokens=5]]", "\"temperature\":0.7,", "openai")).status(),
                 200);
        const QJsonObject body = lastOf(m_openai).body;
        QCOMPARE(lastOf(m_openai).path, "/v1/chat/completions"_ba);
        QCOMPARE(body["temperature"_L1].toDouble(), 0.7);
        QCOMPARE(body["max_tokens"_L1].toInt(), 2048);
        const Answer empty = m_fleet->chat(chatBody("[[sim:no-choices]]", {}, "openai"));
        QCOMPARE(empty.status(), 200); // what it said, to the letter
        QCOMPARE(empty.json()["choices"_L1].toArray().size(), 0);
        QCOMPARE(m_fleet->chat(chatBody("[[tokens=5]]", {}, "openai")).status(), 200);
    }

    void asksGemini() // S2-04: the seed named it and had none
    {
        QCOMPARE(m_fleet->chat(chatBody("Say it [[tokens=5]]", {}, "gemini")).status(), 200);
        QCOMPARE(lastOf(m_gemini).path, "/v1beta/models/the-model:generateContent"_ba);
        QCOMPARE(lastOf(m_gemini).body["contents"_L1][0]["parts"_L1][0]["text"_L1].toString(),
                 u"Say it [[tokens=5]]"_s);
        QCOMPARE(m_fleet->chat(chatBody("[[tokens=5]]", Streamed, "gemini")).status(), 200);
        QCOMPARE(lastOf(m_gemini).path,
                 "/v1beta/models/the-model:streamGenerateContent?alt=sse"_ba);
    }

    /// By the conversation, streaming, with its own counts, and looking at the status.
    void asksOllama() // S2-05
    {
        const Answer stream = m_fleet->chat(chatBody("[[tokens=5]]", StreamedWithUsage, "ollama"));
        QCOMPARE(textOf(stream), "word word word word word "_ba);
        QVERIFY(stream.body().contains("\"completion_tokens\":5")); // eval_count
        QVERIFY(stream.body().contains("\"prompt_tokens\":100"));   // prompt_eval_count
        QCOMPARE(lastOf(m_ollama).path, "/api/chat"_ba);
        QVERIFY(lastOf(m_ollama).body["messages"_L1].isArray());
        const Answer missing = m_fleet->chat(chatBody("[[sim:status=404]]", {}, "ollama"));
        QCOMPARE(missing.status(), 404);
    }

private:
    /// It may have answered a moment before it has noted what.
    static Generated lastOf(test::ProviderSim &sim)
    {
        const bool isIdle = QTest::qWaitFor([&sim] { return sim.isIdle(); });
        return isIdle ? sim.generated().back() : Generated();
    }
    static QByteArray textOf(const Answer &stream)
    {
        QString text;
        for (const QByteArray &event : stream.events()) {
            text += QJsonDocument::fromJson(event)["choices"_L1][0]["delta"_L1]["content"_L1]
                        .toString();
        }
        return text.toUtf8();
    }

    test::ProviderSim m_claude{Api::Anthropic};
    test::ProviderSim m_openai{Api::OpenAi};
    test::ProviderSim m_gemini{Api::Gemini};
    test::ProviderSim m_ollama{Api::Ollama};
    std::unique_ptr<Fleet> m_fleet;
};

QTEST_GUILESS_MAIN(TestSeedProviders)
#include "tst_seedproviders.moc"
