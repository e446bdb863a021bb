// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerreading.h"
#include "everykind.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

/// Every kind of provider behind one Capstan, and what the tests of the dialects ask of them.
namespace dialects {

using namespace e2e;
using namespace Qt::StringLiterals;
using core::CountQuality;
using namespace answers;
using namespace everykind;

/// What a provider counted of one call.
struct Counted
{
    qint64 input = 0; ///< neither read from a cache nor written to it
    qint64 cached = 0;
    qint64 written = 0;
    qint64 output = 0;
};

class DialectCase : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        const QStringList options{u"--prompt-tokens-details"_s};
        m_fleet = std::make_unique<Fleet>(FleetWish{{options}, configuration(m_sims), withKey()});
        QVERIFY(m_fleet->isRunning());
    }
    void end()
    {
        QCOMPARE(m_fleet->ledger().openHolds, 0);
        m_fleet.reset();
    }
    /// Of all calls so far.
    void checkKeys()
    {
        for (const auto &[name, sim] : m_sims) {
            for (const test::Generated &call : sim->generated()) {
                QVERIFY(!call.path.contains(Key)); // never in a URL, which gets logged
                const qsizetype headers = std::ranges::count_if(
                    call.headers, [](const QByteArray &value) { return value.contains(Key); });
                QCOMPARE(headers, 1);
            }
        }
    }

    inline static const QByteArray Streaming = "'stream':true,";

    void addDialects(bool alsoStreamed = false)
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("stream");
        for (const bool stream : {false, true}) {
            if (stream && !alsoStreamed) {
                break;
            }
            const auto row = [stream](const QByteArray &provider, const QByteArray &path) {
                QTest::addRow(
                    "%s %s%s", provider.constData(), path.constData(), stream ? ", stream" : "")
                    << provider << path << stream;
            };
            row("vllm", "/v1/chat/completions");
            row("vllm", "/v1/messages");
            row("anthropic", "/v1/messages");
            row("anthropic", "/v1/chat/completions");
            row("gemini", "/v1/chat/completions");
            row("ollama", "/v1/chat/completions");
            row("openai", "/v1/chat/completions");
            row("openai", "/v1/responses");
            row("deepseek", "/v1/chat/completions");
            row("ollama-v1", "/v1/chat/completions");
            row("llama-cpp", "/v1/chat/completions");
            row("vllm-rust", "/v1/chat/completions");
        }
    }
    /// What the row is about.
    void take()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QByteArray, path);
        m_provider = provider;
        m_path = path;
        const auto sim = m_sims.find(provider);
        m_sim = sim != m_sims.end() ? sim->second.get() : nullptr;
        QTRY_VERIFY(m_sim == nullptr || m_sim->isIdle());
        m_before = m_sim != nullptr ? m_sim->generated().size() : 0;
    }
    [[nodiscard]] static bool isMessages()
    {
        QFETCH(QByteArray, path);
        return path == "/v1/messages";
    }

    [[nodiscard]] static bool isResponses()
    {
        QFETCH(QByteArray, path);
        return path == "/v1/responses";
    }
    /// How an answer says that it ended: Responses do not say why.
    [[nodiscard]] static QByteArray ending(const char *ofMessages, const char *ofChat)
    {
        return isMessages() ? ofMessages : isResponses() ? "completed" : ofChat;
    }
    [[nodiscard]] bool isCompatible() const
    {
        return m_sim == nullptr ||
               !QByteArrayList{"anthropic", "gemini", "ollama"}.contains(m_provider);
    }
    [[nodiscard]] bool tellsCached() const
    {
        return !QByteArrayList{"ollama", "ollama-v1", "llama-cpp"}.contains(m_provider);
    }
    [[nodiscard]] bool tellsReasoning() const
    {
        return !isMessages() && tellsCached() && m_provider != "vllm-rust";
    }
    /// Whether its streams say in the middle what they have used.
    [[nodiscard]] bool tellsAsItGoes() const
    {
        return m_sim == nullptr ||
               QByteArrayList{"anthropic", "gemini", "vllm-rust"}.contains(m_provider);
    }

    [[nodiscard]] QByteArray
    request(const QByteArray &text, const QByteArray &more, const QByteArray &part = {})
    {
        const bool asksForUsage = more.contains(Streaming) && !isMessages() && !isResponses();
        const QByteArray type = isResponses() ? "input_text" : "text";
        const QByteArray content = "{'type':'" + type + "','text':'" + text + "'}";
        const QByteArray body =
            json("{'model':'" + m_provider +
                 (isResponses() ? "','max_output_tokens':64," : "','max_tokens':64,") + more +
                 (asksForUsage ? "'stream_options':{'include_usage':true}," : "") +
                 (isResponses() ? "'input'" : "'messages'") + ":[{'role':'user','content':[" +
                 content + (part.isEmpty() ? QByteArray() : "," + part) + "]}]}");
        return test::requestBytes("POST", m_path, body);
    }
    [[nodiscard]] Answer
    ask(const QByteArray &text, const QByteArray &more = {}, const QByteArray &part = {})
    {
        return test::HttpClient(m_fleet->port()).send(request(text, more, part));
    }

    /// The call's settlement, once it is written.
    [[nodiscard]] SettledRow settled(const Answer &answer)
    {
        const QByteArray id = answer.header("x-capstan-request-id");
        const auto isThere = [this, &id] {
            return m_fleet->ledgerNow()->byId().contains(id);
        };
        if (!QTest::qWaitFor(isThere, 20'000)) {
            QTest::qFail("the call was never settled", __FILE__, __LINE__);
            return {};
        }
        return m_fleet->ledgerNow()->byId().value(id);
    }

    /// The provider may have answered a moment before it has noted what.
    [[nodiscard]] test::Generated lastGenerated()
    {
        const bool isIdle = QTest::qWaitFor([this] { return m_sim->isIdle(); });
        return isIdle ? m_sim->generated().back() : test::Generated();
    }
    [[nodiscard]] Counted counted()
    {
        if (m_sim == nullptr) {
            const QJsonObject last = m_fleet->requestsOf(0).last().toObject();
            return {last["prompt_tokens"_L1].toInteger(),
                    0,
                    0,
                    last["generated_tokens"_L1].toInteger()};
        }
        const test::Generated last = lastGenerated();
        const bool writes = m_provider == "anthropic";
        Counted counts;
        counts.cached = tellsCached() ? last.script.cached : 0;
        counts.written = writes ? last.script.written : 0;
        counts.input = last.script.prompt - counts.cached - counts.written;
        counts.output = last.output;
        return counts;
    }
    [[nodiscard]] qint64 outputCounted() { return counted().output; }
    [[nodiscard]] QByteArray bodySent() { return QJsonDocument(lastGenerated().body).toJson(); }

    void checkLedger(const Answer &answer, qint64 output)
    {
        const SettledRow row = settled(answer);
        Counted counts = counted();
        if (m_sim == nullptr) { // it says how many of its prompt were cached in its answer only
            counts.cached = row.usage.cachedInput;
            counts.input -= counts.cached;
        }
        QCOMPARE(counts.output, output);
        QCOMPARE(row.usage.quality, CountQuality::Reported);
        QCOMPARE(row.usage.input, counts.input);
        QCOMPARE(row.usage.cachedInput, counts.cached);
        QCOMPARE(row.usage.cacheWrite, counts.written);
        QCOMPARE(row.usage.output, output);
        QCOMPARE(row.cost, costOf(counts.input, counts.cached, counts.written, output));
        QCOMPARE(row.ending, core::Ending::Complete);
    }
    void checkEnd(const Answer &answer)
    {
        QVERIFY(answer.isWhole());
        const QByteArray last = answer.events().last();
        if (isResponses()) {
            QVERIFY(last.startsWith("{\"type\":\"response.completed\""));
            return;
        }
        QCOMPARE(last, isMessages() ? json("{'type':'message_stop'}") : "[DONE]"_ba);
    }

    Sims m_sims = everyKind();
    std::unique_ptr<Fleet> m_fleet;
    QByteArray m_provider; ///< of the row
    QByteArray m_path;
    test::ProviderSim *m_sim = nullptr; ///< null: vLLM
    std::size_t m_before = 0;
};

} // namespace dialects
