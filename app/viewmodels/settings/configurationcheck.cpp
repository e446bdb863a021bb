// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/configurationcheck.h"

#include "app/viewmodels/sentences/sentences.h"
#include "core/configuration/configurationchange.h"

namespace {

using Change = core::ConfigurationChange;

QString partOf(const Change &change)
{
    const QString name = QString::fromUtf8(change.name);
    switch (change.part) {
    case Change::Part::Listening:
        return ConfigurationCheck::tr("Listening");
    case Change::Part::Server:
        return ConfigurationCheck::tr("Server");
    case Change::Part::Provider:
        return name.isEmpty() ? ConfigurationCheck::tr("Order of the providers")
                              : ConfigurationCheck::tr("Provider %1").arg(name);
    case Change::Part::Model:
        return ConfigurationCheck::tr("Model %1").arg(name);
    case Change::Part::Route:
        return ConfigurationCheck::tr("Route %1").arg(name);
    case Change::Part::Routing:
        return ConfigurationCheck::tr("Routing");
    case Change::Part::Limits:
        return ConfigurationCheck::tr("Rate limits");
    case Change::Part::Policy:
        return ConfigurationCheck::tr("Policy");
    case Change::Part::Retention:
        return ConfigurationCheck::tr("Keeping data");
    case Change::Part::Destination:
        return ConfigurationCheck::tr("Telemetry to %1").arg(name);
    case Change::Part::Telemetry:
        return ConfigurationCheck::tr("Telemetry");
    case Change::Part::OwnHardware:
        return ConfigurationCheck::tr("Cost of own hardware");
    case Change::Part::DefaultBudget:
        return ConfigurationCheck::tr("Default budget");
    case Change::Part::Other:
        break;
    }
    return ConfigurationCheck::tr("Other settings");
}

QString textOf(const Change &change)
{
    switch (change.kind) {
    case Change::Kind::Added:
        return ConfigurationCheck::tr("%1: new").arg(partOf(change));
    case Change::Kind::Removed:
        return ConfigurationCheck::tr("%1: gone").arg(partOf(change));
    case Change::Kind::Changed:
        break;
    }
    return ConfigurationCheck::tr("%1: different").arg(partOf(change));
}

} // namespace

void ConfigurationCheck::setFacts(const core::Configuration &inForce, const QString &file)
{
    m_inForce = inForce;
    m_file = file;
    m_verdict.clear();
    m_details.clear();
    m_failed = m_differs = false;
    Q_EMIT changed();
}

void ConfigurationCheck::take(const core::Result<core::Configuration> &ofNextStart,
                              const QString &file)
{
    setFacts(m_inForce, file);
    m_failed = !ofNextStart.ok();
    if (m_failed) {
        m_verdict = tr("With this a start would fail. %1 Until then all stays as it is.")
                        .arg(sentences::of(ofNextStart.error()));
        Q_EMIT changed();
        return;
    }
    for (const Change &change : core::changesBetween(m_inForce, *ofNextStart)) {
        m_details += textOf(change);
    }
    m_differs = !m_details.isEmpty();
    for (const QString &warning : ofNextStart->warnings) {
        m_details += sentences::translated(warning);
    }
    m_verdict = m_differs ? tr("It can be read. Different from the next start:")
                          : tr("It can be read, and is in force as it stands.");
    Q_EMIT changed();
}

void ConfigurationCheck::check()
{
    Q_EMIT requested();
}

void ConfigurationCheck::startAgain()
{
    if (m_differs) {
        Q_EMIT restartRequested();
    }
}
