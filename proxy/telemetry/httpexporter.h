// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/telemetry/telemetrysettings.h"
#include "proxy/telemetry/exporter.h"
#include "proxy/upstream/fetch.h"

#include <memory>

namespace proxy {

/// What every exporter over HTTP is given; outlives it.
struct ExportSite
{
    const core::TelemetrySettings &settings;
    const core::SecretSource &secrets;
    const core::Clock &clock;
    UpstreamClient &client;
    QByteArray instance; ///< service.instance.id: of this process
    QByteArray version;  ///< Capstan's own
};

/// An exporter that posts. A subclass says what is sent and what the answer means; this class has
/// the one request that is under way, and reads what all servers mean alike.
class HttpExporter : public Exporter
{
public:
    HttpExporter(const ExportSite &site, const core::Destination &destination);

protected:
    /// Posts JSON and calls back with the answer; cancels what was under way.
    using Answered = std::function<void(const FetchResult &)>;
    void post(const QByteArray &url, HeaderList headers, QByteArray body, Answered answered);
    void get(const QByteArray &url, HeaderList headers, Answered answered);
    void send(UpstreamRequest request, Answered answered);

    /// A failure that means the same everywhere; nullopt for 2xx and what is left to the subclass.
    [[nodiscard]] std::optional<Delivery> commonFailure(const FetchResult &result) const;
    [[nodiscard]] const core::Destination &destination() const { return m_destination; }
    [[nodiscard]] const ExportSite &site() const { return m_site; }
    [[nodiscard]] core::Secret secret(const core::SecretName &name) const;

private:
    const ExportSite &m_site;
    const core::Destination &m_destination;
    std::unique_ptr<Fetch> m_fetch;
    std::unique_ptr<Fetch> m_former; ///< ended in its own callback; goes with the next
};

/// "Langfuse's own words" of an error answer, for the window: its `message` or `error`, shortened
/// and on one line; empty when there is none.
[[nodiscard]] QString wordsOf(const QByteArray &body);

} // namespace proxy
