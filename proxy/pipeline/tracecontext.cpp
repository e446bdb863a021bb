// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/tracecontext.h"

#include "core/telemetry/traceid.h"

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

// "00-" 32 "-" 16 "-" 2 (www.w3.org/TR/trace-context, section 3.2.2).
constexpr qsizetype ParentLength = 55;
constexpr qsizetype TraceAt = 3;
constexpr qsizetype TraceLength = 32;
constexpr qsizetype SpanAt = 36;
constexpr qsizetype SpanLength = 16;
constexpr qsizetype FlagsAt = 53;
/// Section 3.3.1.1.
constexpr qsizetype MostMembers = 32;
constexpr qsizetype LongestKey = 256;
constexpr qsizetype LongestValue = 256;

bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

bool isAllZero(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '0'; });
}

bool isValidParent(QByteArrayView text)
{
    if (text.size() < ParentLength || text[2] != '-' || text[SpanAt - 1] != '-' ||
        text[FlagsAt - 1] != '-') {
        return false;
    }
    const QByteArrayView version = text.first(2);
    const QByteArrayView trace = text.sliced(TraceAt, TraceLength);
    const QByteArrayView span = text.sliced(SpanAt, SpanLength);
    if (!isLowerHex(version) || !isLowerHex(trace) || !isLowerHex(span) ||
        !isLowerHex(text.sliced(FlagsAt, 2)) || version == "ff" || isAllZero(trace) ||
        isAllZero(span)) {
        return false;
    }
    // A later version may say more, after another dash.
    const bool isExact = text.size() == ParentLength;
    return version == "00" ? isExact : isExact || text[ParentLength] == '-';
}

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '*' ||
           c == '/' || c == '@';
}

bool isValidMember(QByteArrayView member)
{
    const qsizetype equals = member.indexOf('=');
    if (equals < 1 || equals > LongestKey) {
        return false;
    }
    const QByteArrayView key = member.first(equals);
    const QByteArrayView value = member.sliced(equals + 1);
    const bool startsWell = (key[0] >= 'a' && key[0] <= 'z') || (key[0] >= '0' && key[0] <= '9');
    const auto isValueCharacter = [](char c) {
        return c >= 0x20 && c <= 0x7e && c != ',' && c != '=';
    };
    return startsWell && std::all_of(key.begin(), key.end(), isKeyCharacter) && !value.isEmpty() &&
           value.size() <= LongestValue &&
           std::all_of(value.begin(), value.end(), isValueCharacter);
}

/// Several lines are one list; one bad member makes the whole of it worthless.
QByteArray validState(const HeaderList &headers)
{
    QByteArrayList members;
    for (const auto &[name, value] : headers) {
        if (name != "tracestate") {
            continue;
        }
        for (const QByteArray &part : value.split(',')) {
            if (const QByteArray member = part.trimmed(); !member.isEmpty()) {
                members.push_back(member);
            }
        }
    }
    const bool sound = members.size() <= MostMembers &&
                       std::all_of(members.cbegin(), members.cend(), isValidMember);
    return sound ? members.join(',') : QByteArray();
}

} // namespace

TraceContext readTraceContext(const HeaderList &headers)
{
    TraceContext trace;
    const auto isParent = [](const auto &header) {
        return header.first == "traceparent";
    };
    const QByteArray parent = headerValue(headers, "traceparent");
    if (std::ranges::count_if(headers, isParent) != 1 || !isValidParent(parent)) {
        return trace;
    }
    trace.traceId = parent.mid(TraceAt, TraceLength);
    trace.parentId = parent.mid(SpanAt, SpanLength);
    trace.sampled = (parent.mid(FlagsAt, 2).toInt(nullptr, 16) & 1) != 0;
    trace.state = validState(headers);
    return trace;
}

HeaderList traceHeaders(const TraceContext &trace,
                        const core::RequestId &id,
                        int attempt,
                        bool isUpstreamLocal,
                        core::TracePropagation propagation)
{
    const bool isTold = propagation == core::TracePropagation::Always ||
                        (propagation == core::TracePropagation::Local && isUpstreamLocal);
    if (!isTold) {
        return {};
    }
    const QByteArray traceId = trace.traceId.isEmpty() ? core::traceIdOf(id) : trace.traceId;
    HeaderList headers{
        {"traceparent",
         "00-" + traceId + '-' + core::spanIdOf(id, attempt) + (trace.sampled ? "-01" : "-00")}};
    if (!trace.state.isEmpty()) {
        headers.emplace_back("tracestate", trace.state);
    }
    return headers;
}

} // namespace proxy
