// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"
#include "proxy/telemetry/postgresexporter.h"

namespace proxy {

/// What a try of one destination found. Whole sentences for a person.
struct ConnectionReport
{
    bool works = false;
    QString reached; ///< "Langfuse 4.16.0 at https://..., project \"prod\" of Example."
    QString advice;  ///< what to do; empty when nothing is wrong
};

/// Tries one destination without writing anything to it, with the credentials as they are now.
/// Asynchronous, in one thread with an event loop; destroying it cancels.
class ConnectionTest
{
public:
    using Callback = std::function<void(const ConnectionReport &)>;

    /// `site` and `destination` outlive it; calls back once, from the event loop.
    ConnectionTest(const ExportSite &site, const core::Destination &destination, Callback callback);

private:
    void start();
    void startLangfuse();
    void readHealth(const FetchResult &result);
    void readProjects(const FetchResult &result);
    void startOtlp();
    void startHelicone();
    void startPostgres();
    void readSimple(const FetchResult &result, const QString &what, int fine);
    void get(const QByteArray &path, Fetch::Callback then);
    void send(UpstreamRequest request, Fetch::Callback then);
    void finish(bool works, const QString &reached, const QString &advice = {});
    [[nodiscard]] bool failed(const FetchResult &result);
    [[nodiscard]] core::Secret secret(const core::SecretName &name) const;

    const ExportSite &m_site;
    const core::Destination &m_destination;
    Callback m_callback;
    QString m_version;
    std::unique_ptr<Fetch> m_fetch;
    std::unique_ptr<Fetch> m_former;
    std::unique_ptr<PostgresTest> m_postgres;
};

/// Tries all destinations one after the other and waits; for the command line. Needs an application
/// object; one report for each destination of the settings, in order.
[[nodiscard]] std::vector<ConnectionReport>
testDestinations(const core::TelemetrySettings &settings, const core::SecretSource &secrets);

} // namespace proxy
