// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/contentrules.h"
#include "core/telemetry/telemetrysettings.h"
#include "proxy/dialects/streamedanswer.h"
#include "proxy/upstream/sseparser.h"

#include <QJsonValue>

#include <memory>
#include <utility>
#include <vector>

namespace proxy {

/// Keeps what is said in one call for the destinations whose owner wants it there; for all others
/// there is none of these, and no word is looked at.
class ContentCapture
{
public:
    /// Null when no destination wants content. `settings` outlive it.
    [[nodiscard]] static std::unique_ptr<ContentCapture>
    forCall(const core::TelemetrySettings &settings);

    /// The client's request. Once it was sent: while the upstream computes, this costs no time.
    void takeRequest(const QByteArray &body);
    void takeEvent(QByteArrayView data) { m_stream.take(data); } ///< of a streamed answer
    /// The same, of one that is translated: as the client reads it.
    void takeEvents(QByteArrayView events);

    /// What each destination may have, ready for the outbox. `body`: of a whole, good answer.
    [[nodiscard]] std::vector<std::pair<QByteArray, core::CallContent>>
    contents(const QByteArray &body);

private:
    using Wanted = std::vector<const core::Destination *>;
    explicit ContentCapture(Wanted destinations);
    [[nodiscard]] static qint64 largest(const Wanted &destinations);

    Wanted m_destinations;
    openai::StreamedAnswer m_stream;
    SseParser m_parser;
    std::vector<QByteArray> m_prompts; ///< of the same index as the destinations
};

} // namespace proxy
