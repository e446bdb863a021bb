// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/configuration/configuration.h"
#include "proxy/dialects/openai.h"
#include "proxy/dialects/streammeter.h"

#include <memory>
#include <optional>

namespace proxy {

/// How one kind of call is carried to one type of provider: what is sent there, what it used, and
/// what the client gets of the answer. Where both speak the same, bytes go through as they come.
/// Stateless; any thread.
class Dialect
{
public:
    Dialect() = default;
    Dialect(const Dialect &) = delete;
    Dialect &operator=(const Dialect &) = delete;
    virtual ~Dialect() = default;

    /// InvalidInput, naming the field, for a request that the provider can't be given: nothing is
    /// ever left out in silence.
    [[nodiscard]] virtual core::Outcome check(const openai::CallFacts &facts,
                                              const QByteArray &body) const;

    struct Outgoing
    {
        QByteArray path; ///< with its query
        QByteArray body;
    };
    /// Of a request that passed check(); `path` is where the client sent it.
    [[nodiscard]] virtual Outgoing outgoing(const QByteArray &path,
                                            const openai::CallFacts &facts,
                                            const QByteArray &body,
                                            const openai::RequestEdit &edit) const = 0;

    /// Server-sent events, or lines of JSON (NDJSON).
    enum class Framing : quint8 { Events, Lines };
    [[nodiscard]] virtual Framing framing() const { return Framing::Events; }
    [[nodiscard]] virtual std::unique_ptr<StreamMeter>
    meter(const openai::CallFacts &facts) const = 0;

    /// Of a whole answer; nullopt when it does not say (or is not JSON). Zero is a known count.
    [[nodiscard]] virtual std::optional<core::TokenUsage> usage(QByteArrayView body) const = 0;
    [[nodiscard]] virtual openai::AnswerFacts answerFacts(QByteArrayView body) const = 0;

    /// Whether the client speaks another dialect than the provider: then these two make its answer.
    [[nodiscard]] virtual bool translates() const { return false; }
    /// A whole answer of status 200. InvalidInput when it is none of the provider's.
    [[nodiscard]] virtual core::Result<QByteArray> answer(const QByteArray &body) const;
    /// An answer with an error status, in the client's shape.
    [[nodiscard]] virtual QByteArray error(int status, const QByteArray &body) const;
};

/// nullptr: providers of that type do not serve that kind of call.
[[nodiscard]] const Dialect *dialectOf(openai::Endpoint endpoint, core::ProviderType provider);

/// What metering needs to know of a client's request (openai::readRequest, anthropic::readRequest).
[[nodiscard]] core::Result<openai::CallFacts> readCall(openai::Endpoint endpoint,
                                                       const QByteArray &body);

} // namespace proxy
