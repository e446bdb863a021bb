// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"
#include "proxy/upstream/sseparser.h"

#include <QTest>

/// A stream on its way through the meter.
namespace streams {

using core::CountQuality;
using core::TokenUsage;
using proxy::openai::CallFacts;
using proxy::openai::StreamMeter;

enum class Asked { Nothing, Usage, Continuous };

inline CallFacts factsOf(Asked asked, qint64 choices = 1, qint64 prompts = 1)
{
    CallFacts facts;
    facts.stream = true;
    facts.model = "asked-for";
    facts.includeUsage = asked != Asked::Nothing;
    facts.continuousUsage = asked == Asked::Continuous;
    facts.choices = choices;
    facts.prompts = prompts;
    return facts;
}

/// Runs a stream through parser and meter, as the relay does.
class Relay
{
public:
    explicit Relay(const CallFacts &facts)
        : meter(facts)
    {}

    void feed(const QByteArray &bytes)
    {
        QVERIFY(m_parser.feed(bytes, [this](const proxy::SseEvent &event) {
            const StreamMeter::Relay relay = meter.take(event.raw, event.data);
            if (!relay.drop) {
                sent += relay.changed ? QByteArrayView(relay.text) : event.raw;
            }
        }));
    }

    StreamMeter meter;
    QByteArray sent;

private:
    proxy::SseParser m_parser;
};

inline TokenUsage usage(qint64 input, qint64 output, CountQuality quality = CountQuality::Reported)
{
    TokenUsage usage;
    usage.input = input;
    usage.output = output;
    usage.quality = quality;
    return usage;
}

} // namespace streams
