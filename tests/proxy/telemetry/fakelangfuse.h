// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventsamples.h"
#include "tests/support/receiver.h"

#include "proxy/telemetry/langfuseexporter.h"
#include "proxy/telemetry/langfuseingestion.h"

using namespace proxy;
using test::Received;
using test::Reply;

/// A Langfuse of some version, as far as an exporter meets it.
struct FakeLangfuse
{
    QByteArray version = "4.16.0";
    std::function<Reply(const Received &)> ingest; ///< of either API; empty: takes everything
    test::Receiver receiver{[this](const Received &request) {
        return answer(request);
    }};

    Reply answer(const Received &request) const
    {
        if (request.path == "/api/public/health") {
            return {200, R"({"status":"OK","version":")" + version + R"("})"};
        }
        if (request.headers.value("authorization") !=
            "Basic " + QByteArray("pk-lf-1:sk-lf-2").toBase64()) {
            return {
                401,
                R"({"message":"Invalid credentials. Confirm that you\u0027ve configured the correct host."})"};
        }
        if (ingest) {
            return ingest(request);
        }
        return request.path == "/api/public/ingestion"
                   ? Reply{207, R"({"successes":[],"errors":[]})"}
                   : Reply{200, R"({"id":"x","name":"otel-ingestion-job"})"};
    }
    [[nodiscard]] std::vector<Received> posts()
    {
        std::vector<Received> all = receiver.received();
        std::erase_if(all, [](const Received &one) { return one.method != "POST"; });
        return all;
    }
};

struct Langfuse : FakeLangfuse
{
    Site site;
    core::Destination destination{.name = "langfuse",
                                  .type = core::DestinationType::Langfuse,
                                  .url = receiver.url(),
                                  .publicKey = {"A", {}, core::Secret("pk-lf-1")},
                                  .key = {"B", {}, core::Secret("sk-lf-2")},
                                  .headers = {},
                                  .linked = false};
    LangfuseExporter exporter{site.site, destination};
};
