// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mixedload.h"

#include "site.h"
#include "tests/support/httpclient.h"

namespace e2e {

namespace {

const QByteArray Tools =
    R"("tools":[{"type":"function","function":{"name":"weather","parameters":{}}}],)"
    R"("tool_choice":"auto",)";

/// What vllm-sim does wrong now and then (tests/vllm-sim/script.h).
const QByteArrayList Troubles{"429",
                              "500",
                              "503",
                              "close-before-head",
                              "cut=5",
                              "cut-mid-event=4",
                              "error-mid-stream=3",
                              "malformed=6",
                              "usage-missing",
                              "duplicate-usage",
                              "crlf",
                              "keepalive",
                              "split=7",
                              "speculative=4"};
constexpr qint64 TokensPerSpeculation = 4;

class Maker
{
public:
    Maker(quint32 seed, int tenants)
        : m_random(seed)
        , m_tenants(tenants)
    {}

    MixedCall next()
    {
        MixedCall made;
        const int kind = below(10);
        m_isStream = oneIn(2);
        m_marks = " [[tokens=" + QByteArray::number(1 + below(60)) + "]]";
        made.leaves = oneIn(5);
        if (made.leaves) { // slow enough that hanging up finds the answer on its way
            addMark("slow-tokens=50");
        } else if (oneIn(10)) {
            addTrouble(made);
        }
        if (kind == 0) {
            finish(made, "/v1/embeddings", embeddings());
        } else if (kind < 4) {
            finish(made, "/v1/completions", completions(made));
        } else {
            finish(made, "/v1/chat/completions", chat(made));
        }
        return made;
    }

private:
    int below(int end) { return m_random.bounded(end); }
    bool oneIn(int many) { return below(many) == 0; }

    void addMark(const QByteArray &term) { m_marks += " [[sim:" + term + "]]"; }

    void addTrouble(MixedCall &made)
    {
        const QByteArray &trouble = Troubles.at(below(static_cast<int>(Troubles.size())));
        made.perChunk = trouble.startsWith("speculative") ? TokensPerSpeculation : 1;
        addMark(trouble);
    }

    QByteArray model() { return R"({"model":")" + (oneIn(2) ? Cent : CentAndMill) + R"(",)"; }

    QByteArray words()
    {
        QByteArray text;
        for (int i = below(60); i > 0; --i) {
            text += oneIn(8) ? "für 日本 🙂 " : "please ";
        }
        return text + m_marks;
    }

    QByteArray members(MixedCall &made)
    {
        QByteArray text = "\"max_tokens\":" + QByteArray::number(8 + below(64)) + ',';
        if (m_isStream) {
            text += oneIn(2) ? StreamedWithUsage : Streamed;
        }
        if (oneIn(5)) {
            made.choices = 2 + below(3);
            text += "\"n\":" + QByteArray::number(made.choices) + ',';
        }
        return text;
    }

    QByteArray chat(MixedCall &made)
    {
        const QByteArray tools = oneIn(6) ? Tools : QByteArray();
        return model() + members(made) + tools +
               R"("messages":[{"role":"system","content":"Be kind."},)" +
               R"({"role":"user","content":")" + words() + R"("}]})";
    }

    QByteArray completions(MixedCall &made)
    {
        const QByteArray first = model() + members(made) + "\"prompt\":";
        if (!oneIn(3)) {
            return first + '"' + words() + "\"}";
        }
        made.choices *= 2;
        return first + R"(["one","two )" + words() + "\"]}";
    }

    QByteArray embeddings()
    {
        m_isStream = false;
        return model() + (oneIn(2) ? R"("input":")" + words() + "\"}"
                                   : R"("input":["one",")" + words() + "\"]}");
    }

    void finish(MixedCall &made, const QByteArray &path, const QByteArray &body)
    {
        const QByteArray tenant = "tenant-" + QByteArray::number(below(m_tenants));
        const QByteArray agent = "agent-" + QByteArray::number(below(10));
        made.call.bytes = test::requestBytes("POST", path, body, payer(tenant, agent));
        if (made.leaves && oneIn(6)) {
            made.call.sendOnly = below(static_cast<int>(made.call.bytes.size()) + 1);
        } else if (made.leaves) {
            made.call.hangUpAfter = below(6'000);
        }
    }

    QRandomGenerator m_random;
    int m_tenants;
    bool m_isStream = false;
    QByteArray m_marks;
};

} // namespace

std::vector<MixedCall> mixedCalls(int count, quint32 seed, int tenants)
{
    Maker maker(seed, tenants);
    std::vector<MixedCall> calls;
    calls.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        calls.push_back(maker.next());
    }
    return calls;
}

} // namespace e2e
