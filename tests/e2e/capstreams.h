// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerrows.h"
#include "site.h"
#include "tests/support/loadclient.h"

#include "core/reports/activity.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

/// What the tests of a cap in use ask, and a stream that they watch.
namespace capstreams {

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

inline Money cents(qint64 count)
{
    return Money::fromNanos(count * 10'000'000);
}

inline QByteArray withMaximum(qint64 tokens)
{
    return "\"max_tokens\":" + QByteArray::number(tokens) + ',';
}

inline qint64 clampOf(const test::Answer &answer)
{
    const QByteArray header = answer.header("x-capstan-clamped-max-tokens");
    return header.isEmpty() ? -1 : header.toLongLong();
}

inline QJsonObject lastJson(const QByteArrayList &events, qsizetype fromEnd)
{
    return QJsonDocument::fromJson(events.value(events.size() - fromEnd)).object();
}

/// A stream that goes on until it is ended from outside, watched while it runs.
class RunningStream
{
public:
    RunningStream(Site &site, const QByteArray &body, const QByteArray &tenant = "acme")
        : m_client(site.port())
    {
        m_hasBegun =
            m_client.begin(test::requestBytes("POST", "/v1/chat/completions", body, payer(tenant)));
    }
    /// Whether an event with content came.
    [[nodiscard]] bool speaks()
    {
        return m_hasBegun && m_client.readUntil(m_answer, [](const test::Answer &answer) {
            return answer.events().size() > 2;
        });
    }
    [[nodiscard]] const test::Answer &end()
    {
        m_client.finish(m_answer);
        return m_answer;
    }
    void hangUp() { m_client.close(); }

private:
    test::HttpClient m_client;
    test::Answer m_answer;
    bool m_hasBegun = false;
};

/// The last events of a stream that money ended: finish_reason "length", the usage, [DONE].
inline void expectLengthEnding(const test::Answer &answer)
{
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.isWhole());
    const QByteArrayList events = answer.events();
    QCOMPARE(events.last(), "[DONE]");
    const QJsonObject choice = lastJson(events, 3)["choices"_L1][0].toObject();
    QCOMPARE(choice["finish_reason"_L1].toString(), u"length"_s);
    QVERIFY(lastJson(events, 2)["choices"_L1].toArray().isEmpty());
    QVERIFY(lastJson(events, 2)["usage"_L1]["completion_tokens"_L1].toInteger() > 0);
}

/// What the usage chunk at the end of such a stream costs at a cent a token.
inline Money toldCost(const test::Answer &answer)
{
    return cents(lastJson(answer.events(), 2)["usage"_L1]["completion_tokens"_L1].toInteger());
}

} // namespace capstreams
