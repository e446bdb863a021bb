// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/destinationcheck.h"

#include "app/commandline/startup.h"
#include "app/credentials/credentialcommand.h"
#include "app/credentials/environmentcredentials.h"
#include "core/configuration/telemetrysection.h"
#include "proxy/telemetry/connectiontest.h"

namespace app {

int checkDestinations(const CommandLine &line,
                      const QProcessEnvironment &environment,
                      QTextStream &out)
{
    const auto configuration = configurationFor(line, environment);
    if (!configuration.ok()) {
        return UsageExitCode;
    }
    const auto box = std::make_shared<core::CredentialBox>();
    takeFromEnvironment(*box, environment);
    takeConfigured(*box, *configuration);
    CredentialStore store(box, makeKeychain());
    waitForSecrets(store);
    core::TelemetrySettings telemetry = configuration->telemetry;
    (void)core::addKeptDestinations(environment, CredentialIndex().names(), telemetry);
    const auto reports = proxy::testDestinations(telemetry, secretsIn(box));
    int code = 0;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const proxy::ConnectionReport &report = reports[i];
        out << (report.works ? "OK: " : "Failed: ") << telemetry.destinations[i].name << ": "
            << report.reached;
        if (!report.advice.isEmpty()) {
            out << ' ' << report.advice;
        }
        out << '\n';
        code = report.works ? code : 1;
    }
    return code;
}

} // namespace app
