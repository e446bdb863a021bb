// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/destinationcheck.h"

#include "app/commandline/startup.h"
#include "app/credentials/credentialcommand.h"
#include "app/credentials/environmentcredentials.h"
#include "core/configuration/telemetrysection.h"
#include "core/credentials/credentialname.h"
#include "proxy/alerts/webhook.h"
#include "proxy/telemetry/connectiontest.h"

namespace app {

namespace {

/// A chat says only to a message whether it takes messages. False when it was tried in vain.
bool checkWebhook(const QProcessEnvironment &environment, QTextStream &out)
{
    core::CredentialBox box;
    takeFromEnvironment(box, environment);
    const core::Secret address = box.find(core::credentials::WebhookUrl.toByteArray());
    if (!address.isSet()) {
        return true;
    }
    const proxy::Delivery delivery = proxy::testWebhook(address);
    const bool works = delivery.kind == proxy::Delivery::Kind::Done;
    out << (works ? QStringLiteral("OK: webhook: it took a test message.")
                  : QStringLiteral("Failed: webhook: ") + delivery.message)
        << '\n';
    return works;
}

} // namespace

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
    return checkWebhook(environment, out) ? code : 1;
}

} // namespace app
