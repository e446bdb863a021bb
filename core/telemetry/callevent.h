// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ledger/records.h"
#include "core/telemetry/calldetails.h"

#include <QByteArrayView>

namespace core {

/// What is told outside of one call, frozen when it was settled or refused: every destination's
/// wording is made from this alone, so that a repetition says the same under the same ids.
struct CallEvent
{
    enum class Kind : quint8 { Call, Refusal };

    Kind kind = Kind::Call;
    RequestId id;
    int attempt = 1;    ///< 0: a refusal
    QByteArray traceId; ///< the client's, or derived (traceid.h)
    QByteArray spanId;
    Time startedAt{};
    Time endedAt{};          ///< never before startedAt
    Duration toFirstByte{0}; ///< 0: none came
    Attribution attribution;
    Decision decision = Decision::Allow;
    CallDetails details;

    // Of a call:
    TokenUsage usage;
    Money cost;
    QByteArray priceSource;
    Ending ending = Ending::Complete;
    int httpStatus = 0;

    // Of a refusal:
    QByteArray code;
    QByteArray reason; ///< JSON as in the error body: amounts and names, no prompt

    [[nodiscard]] static CallEvent of(const SettlementRecord &settlement);
    [[nodiscard]] static CallEvent of(const RefusalRecord &refusal);

    /// As it waits in the outbox: one JSON object, members that are empty left out.
    [[nodiscard]] QByteArray toJson() const;
    /// Internal for what toJson() did not write.
    [[nodiscard]] static Result<CallEvent> fromJson(QByteArrayView json);

    /// Did what was asked of it: answered to its end, or cut by money after a valid part.
    [[nodiscard]] bool succeeded() const;
    /// Short and of few kinds: "budget_exceeded", "502", "client_gone"; empty when it succeeded.
    [[nodiscard]] QByteArray errorType() const;

    friend bool operator==(const CallEvent &, const CallEvent &) = default;
};

} // namespace core
