// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/callevent.h"

#include "core/telemetry/traceid.h"

#include <algorithm>

namespace core {
namespace {

void identify(CallEvent &event, const CallDetailsPointer &details)
{
    if (details) {
        event.details = *details;
        event.details.contents.clear(); // stands beside the event, not in it
    }
    event.traceId =
        event.details.traceId.isEmpty() ? traceIdOf(event.id) : std::move(event.details.traceId);
    event.details.traceId.clear();
    event.decision = event.kind == CallEvent::Kind::Call ? event.details.decision : event.decision;
    event.details.decision = Decision::Allow;
    event.spanId = spanIdOf(event.id, event.attempt);
}

} // namespace

CallEvent CallEvent::of(const SettlementRecord &settlement)
{
    CallEvent event;
    event.id = settlement.id;
    event.attempt = settlement.attempt;
    event.attribution = settlement.attribution;
    event.usage = settlement.usage;
    event.cost = settlement.cost;
    event.priceSource = settlement.priceSource;
    event.ending = settlement.ending;
    event.httpStatus = settlement.httpStatus;
    event.toFirstByte = settlement.toFirstByte;
    if (settlement.ending == Ending::Recovered) {
        event.startedAt = event.endedAt = settlement.admittedAt; // when it ended nobody knows
    } else {
        event.endedAt = settlement.settledAt;
        event.startedAt = settlement.settledAt - std::max(settlement.total, Duration{0});
    }
    identify(event, settlement.details);
    return event;
}

CallEvent CallEvent::of(const RefusalRecord &refusal)
{
    CallEvent event;
    event.kind = Kind::Refusal;
    event.id = refusal.id;
    event.attempt = 0; // a span of its own beside those of attempts that failed before it
    event.startedAt = event.endedAt = refusal.at;
    event.attribution = refusal.attribution;
    event.decision = refusal.decision;
    event.code = refusal.code;
    event.reason = refusal.reason;
    identify(event, refusal.details);
    return event;
}

bool CallEvent::succeeded() const
{
    return kind == Kind::Call && (ending == Ending::Complete || ending == Ending::Cut);
}

QByteArray CallEvent::errorType() const
{
    if (kind == Kind::Refusal) {
        return code;
    }
    if (succeeded()) {
        return {};
    }
    const bool isStatus = ending == Ending::UpstreamError && httpStatus >= 400;
    return isStatus ? QByteArray::number(httpStatus) : endingName(ending).toByteArray();
}

} // namespace core
