// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/contentrules.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace core {

enum class Decision : quint8;

/// What exporters want to know of a call beyond its ledger record: no word of prompt or answer, but
/// for destinations whose owner wants it there. Made only while somebody is exported to. Empty
/// texts are "not known".
struct CallDetails
{
    // The client's trace context (W3C), validated.
    QByteArray traceId;      ///< 32 lower-case hex digits
    QByteArray parentSpanId; ///< 16 lower-case hex digits
    QByteArray traceState;
    bool sampled = true;

    QByteArray operation; ///< "chat", "text_completion", "embeddings"
    QByteArray requestModel;
    QByteArray responseModel;
    QByteArray responseId;
    QByteArray finishReason;
    bool stream = false;
    std::optional<qint64> maxTokens;
    QByteArray session;
    Decision decision{}; ///< allow, warn, clamp, ...
    QByteArray server;   ///< origin of the upstream: "http://127.0.0.1:8000"

    // Of the policy (seed S3), where one decided.
    QByteArray requestedTier;
    QByteArray effectiveTier;
    QByteArray primitive;
    QByteArray policyId;
    QByteArray policyVersion;

    /// What was said, for each destination that may have it; goes to the outbox beside the event.
    std::vector<std::pair<QByteArray, CallContent>> contents;

    friend bool operator==(const CallDetails &, const CallDetails &) = default;
};

/// Shared, because a record is copied on its way and the details are not looked at there.
using CallDetailsPointer = std::shared_ptr<const CallDetails>;

} // namespace core
