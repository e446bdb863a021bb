// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/outboxreader.h"
#include "proxy/telemetry/httpexporter.h"

#include <QTest>

/// A streamed call: 1200 prompt tokens of which 1024 cached and 0 written, 300 answered of which 64
/// were reasoning; it cost 0.0002832 dollars.
inline core::CallEvent sampleCall()
{
    using namespace std::chrono_literals;
    using core::Dimension;
    core::CallEvent event;
    event.id = {0x019aa11bc0de0001, 0x1122334455667788};
    event.traceId = "0af7651916cd43dd8448eb211c80319c";
    event.spanId = "b7ad6b7169203331";
    event.startedAt = core::Time(1'785'931'200'123'456us);
    event.endedAt = event.startedAt + 2'500ms;
    event.toFirstByte = 412ms;
    event.attribution.of(Dimension::Tenant) = "research";
    event.attribution.of(Dimension::User) = "u-42";
    event.attribution.of(Dimension::Provider) = "vLLM";
    event.attribution.of(Dimension::Model) = "meta-llama/Llama-3.1-8B-Instruct";
    event.attribution.of(Dimension::Route) = "/v1/chat/completions";
    event.attribution.tags = {{"project", "x"}};
    event.usage = {176, 1024, 0, 300, 64, core::CountQuality::Reported};
    event.cost = core::Money::fromNanos(283'200);
    event.priceSource = "shipped 2026-11-01";
    event.httpStatus = 200;
    event.details.parentSpanId = "00f067aa0ba902b7";
    event.details.operation = "chat";
    event.details.requestModel = "fast";
    event.details.responseModel = "meta-llama/Llama-3.1-8B-Instruct";
    event.details.responseId = "chatcmpl-123";
    event.details.finishReason = "stop";
    event.details.stream = true;
    event.details.maxTokens = 512;
    event.details.session = "s-1";
    event.details.server = "http://gpu-box:8000";
    return event;
}

inline core::CallEvent sampleRefusal()
{
    core::CallEvent event = sampleCall();
    event.kind = core::CallEvent::Kind::Refusal;
    event.spanId = "1111111111111111";
    event.startedAt = event.endedAt;
    event.toFirstByte = {};
    event.usage = {};
    event.cost = {};
    event.decision = core::Decision::Refuse;
    event.code = "budget_exceeded";
    event.reason = R"({"error":{"message":"m","budget":"b-1","limit_usd":1.5,"spent_usd":1.25}})";
    return event;
}

/// What an exporter is given, with a client of its own.
struct Site
{
    core::TelemetrySettings settings{
        .resource = {{"service.name", "office"}, {"deployment.environment.name", "Prod.1"}}};
    core::SecretSource secrets{[](const core::SecretName &name) {
        return name.value;
    }};
    core::SystemClock clock;
    proxy::UpstreamClient client;
    proxy::ExportSite site{settings, secrets, clock, client, "instance", "0.1.0"};
};

inline proxy::Events asEvents(const std::vector<core::CallEvent> &calls)
{
    proxy::Events events;
    for (const core::CallEvent &call : calls) {
        events.push_back({std::ssize(events) + 1, call, true});
    }
    return events;
}

/// Delivers and waits for what became of it.
inline proxy::Delivery deliver(proxy::Exporter &exporter, const std::vector<core::CallEvent> &calls)
{
    std::optional<proxy::Delivery> found;
    exporter.deliver(asEvents(calls),
                     [&found](const proxy::Delivery &delivery) { found = delivery; });
    if (!QTest::qWaitFor([&found] { return found.has_value(); }, 30'000)) {
        qFatal("the exporter does not answer");
    }
    return *found;
}
