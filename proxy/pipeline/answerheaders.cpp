// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/answerheaders.h"

#include "proxy/pipeline/ratelimits.h"
#include "proxy/pipeline/settlement.h"
#include "proxy/upstream/upstreams.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

// Views, whose lengths are compared first: each header of each call meets them all.
constexpr auto HopHeaders = std::to_array<QByteArrayView>({"connection",
                                                           "keep-alive",
                                                           "proxy-connection",
                                                           "transfer-encoding",
                                                           "upgrade",
                                                           "te",
                                                           "trailer",
                                                           "content-length",
                                                           "date",
                                                           "server",
                                                           "content-encoding"});
constexpr auto OwnHeaders = std::to_array<QByteArrayView>({"host",
                                                           "authorization",
                                                           "x-api-key",
                                                           "x-internal-secret",
                                                           "cookie",
                                                           "expect",
                                                           "accept-encoding",
                                                           "x-request-id",
                                                           "traceparent",
                                                           "tracestate",
                                                           "x-vllm-priority",
                                                           "x-data-parallel-rank",
                                                           "anthropic-version",
                                                           "openai-organization", // who pays
                                                           "openai-project",
                                                           "content-type"});

bool isOneOf(std::span<const QByteArrayView> names, QByteArrayView name)
{
    return std::ranges::find(names, name) != names.end();
}

QByteArray warningText(const core::BucketState &state)
{
    const auto percent =
        static_cast<__int128>(state.settled) * 100 / std::max<qint64>(state.limit, 1);
    const QByteArray who = state.label.isEmpty() ? QByteArray("all") : state.label;
    return who + ' ' + QByteArray::number(static_cast<qint64>(percent)) + '%';
}

void addVerdict(const core::PolicyVerdict &verdict, HeaderList &headers)
{
    const bool down = verdict.decision == core::PolicyVerdict::Decision::Downgrade;
    headers.emplace_back("x-capstan-policy-decision"_ba, down ? "downgrade" : "allow");
    if (!verdict.reason.isEmpty()) {
        headers.emplace_back("x-capstan-policy-reason"_ba, verdict.reason);
    }
    if (!verdict.tier.isEmpty()) {
        headers.emplace_back("x-capstan-tier"_ba, verdict.tier);
    }
}

} // namespace

void addCapstanHeaders(const RequestContext &context, core::Time now, HeaderList &headers)
{
    constexpr std::size_t Most = 16; // of ours
    headers.reserve(headers.size() + Most);
    const qint64 overhead = overheadOf(context, now).count();
    headers.emplace_back("x-capstan-request-id"_ba, context.id.toText());
    headers.emplace_back("x-capstan-model"_ba, context.model.id);
    if (context.upstream != nullptr) {
        headers.emplace_back("x-capstan-provider"_ba, context.upstream->settings().id);
    }
    if (context.attempt > 1) {
        headers.emplace_back("x-capstan-attempts"_ba, QByteArray::number(context.attempt));
    }
    headers.emplace_back("x-capstan-overhead-us"_ba, QByteArray::number(overhead));
    if (context.cost) {
        headers.emplace_back("x-capstan-cost-usd"_ba, context.cost->toDecimal());
    }
    if (context.remaining) {
        headers.emplace_back("x-capstan-remaining-usd"_ba, context.remaining->toDecimal());
    }
    if (context.clampedTo) {
        headers.emplace_back("x-capstan-clamped-max-tokens"_ba,
                             QByteArray::number(*context.clampedTo));
    }
    if (context.rate) {
        addRateHeaders(*context.rate, headers);
    }
    if (context.verdict.primitive || !context.routeName.isEmpty()) {
        addVerdict(context.verdict, headers);
    }
    if (context.warning) {
        headers.emplace_back("x-capstan-budget-warning"_ba, warningText(*context.warning));
    }
}

HeaderList forwardedHeaders(const HeaderList &request)
{
    HeaderList headers;
    std::ranges::copy_if(request, std::back_inserter(headers), [](const auto &header) {
        return !isOneOf(HopHeaders, header.first) && !isOneOf(OwnHeaders, header.first) &&
               !header.first.startsWith("x-capstan-") && !header.first.startsWith("x-vllm-") &&
               !header.first.startsWith("x-goog-"); // keys, and who pays
    });
    return headers;
}

HeaderList upstreamHeaders(const WorkerContext &worker, const RequestContext &context)
{
    HeaderList headers = forwardedHeaders(context.request.headers);
    std::ranges::move(traceHeaders(context.trace,
                                   context.id,
                                   context.attempt,
                                   context.upstream->provider.isLocal,
                                   worker.settings.telemetry.propagation),
                      std::back_inserter(headers));
    return headers;
}

HeaderList relayedHeaders(const HeaderList &answer)
{
    HeaderList headers;
    std::ranges::copy_if(answer, std::back_inserter(headers), [](const auto &header) {
        return !isOneOf(HopHeaders, header.first);
    });
    return headers;
}

} // namespace proxy
