// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/settingsmodel.h"

#include "app/viewmodels/language.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"
#include "core/configuration/scalars.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using core::OwnerSettings;

SettingsModel::SettingsModel(QObject *parent)
    : QObject(parent)
{
    describeContent(); // of no service, which sends nothing
}

void SettingsModel::setFacts(const ServiceFacts &facts)
{
    m_facts = facts;
    m_owner = m_kept = facts.owner;
    m_error.clear();
    m_upstreams.setUpstreams(facts.configuration);
    m_destinations.setDestinations(facts.configuration.telemetry);
    m_check.setFacts(facts.configuration, facts.configurationFile);
    describe();
    Q_EMIT appearanceChanged();
}

void SettingsModel::apply(const core::Snapshot &snapshot)
{
    m_upstreams.apply(snapshot);
    m_statuses = snapshot.upstreams;
    m_destinations.applyDestinations(snapshot);
    m_restore.apply(snapshot);
    if (std::exchange(m_running, snapshot.runningCount) != snapshot.runningCount &&
        waitsForRestart()) {
        Q_EMIT changed();
    }
}

bool SettingsModel::waitsForRestart() const
{
    return needsRestart(m_facts.owner, m_owner) || waitsForWindow();
}

bool SettingsModel::waitsForWindow() const
{
    return m_facts.owner.appearance.language != m_owner.appearance.language;
}

void SettingsModel::want(const OwnerSettings &settings)
{
    clearError(); // of what was typed before
    if (settings == m_owner) {
        return;
    }
    const bool looks = settings.appearance != m_owner.appearance;
    m_kept = std::exchange(m_owner, settings);
    Q_EMIT keepRequested(settings); // may refuse() at once
    describe();
    if (looks) {
        Q_EMIT appearanceChanged();
    }
}

void SettingsModel::refuse(const core::Error &error)
{
    m_owner = m_kept;
    m_error = sentences::of(error);
    describe();
    Q_EMIT appearanceChanged();
}

void SettingsModel::explain(const core::Error &error)
{
    m_error = sentences::of(error);
    Q_EMIT changed();
}

bool SettingsModel::fail(const core::Error &error)
{
    explain(error);
    return false;
}

bool SettingsModel::setListen(const QString &address, const QString &port)
{
    const auto ip = core::scalars::address(address.trimmed().toUtf8());
    const auto number = core::scalars::port(port.trimmed().toUtf8());
    if (!ip.ok()) {
        return fail({core::ErrorCode::InvalidInput,
                     tr("“%1” is no IP address.").arg(address),
                     tr("Give 127.0.0.1 for this computer only, 0.0.0.0 for all.")});
    }
    if (!number.ok()) {
        return fail({core::ErrorCode::InvalidInput,
                     tr("“%1” is no port.").arg(port),
                     tr("Give a number from 0 to 65535; 0 picks a free one.")});
    }
    OwnerSettings wanted = m_owner;
    wanted.listen = *ip;
    wanted.port = *number;
    want(wanted);
    return m_error.isEmpty();
}

void SettingsModel::setRequireKeys(bool required)
{
    OwnerSettings wanted = m_owner;
    wanted.requireKeys = required;
    want(wanted);
}

void SettingsModel::setSurvivesPowerLoss(bool survives)
{
    OwnerSettings wanted = m_owner;
    wanted.durability = survives ? core::Durability::Power : core::Durability::Process;
    want(wanted);
}

bool SettingsModel::setRetention(const QString &days, const QString &megabytes)
{
    const auto wholeDays =
        core::scalars::whole(days.trimmed().toUtf8(), 0, core::MostRetentionDays);
    const auto size =
        core::scalars::whole(megabytes.trimmed().toUtf8(), 0, core::MostRetentionMegabytes);
    if (!wholeDays.ok() || !size.ok()) {
        return fail({core::ErrorCode::InvalidInput,
                     tr("“%1” is no whole number.").arg(wholeDays.ok() ? megabytes : days),
                     tr("Give days and megabytes as whole numbers; 0 does not limit.")});
    }
    OwnerSettings wanted = m_owner;
    wanted.retentionDays = static_cast<int>(*wholeDays);
    wanted.retentionMegabytes = *size;
    want(wanted);
    return m_error.isEmpty();
}

void SettingsModel::chooseScheme(int scheme)
{
    OwnerSettings wanted = m_owner;
    wanted.appearance.scheme = static_cast<core::Appearance::Scheme>(std::clamp(scheme, 0, 2));
    want(wanted);
}

void SettingsModel::chooseMotion(int motion)
{
    OwnerSettings wanted = m_owner;
    wanted.appearance.motion = static_cast<core::Appearance::Motion>(std::clamp(motion, 0, 2));
    want(wanted);
}

void SettingsModel::chooseTextSize(int size)
{
    OwnerSettings wanted = m_owner;
    wanted.appearance.textSize = static_cast<core::Appearance::TextSize>(std::clamp(size, 0, 3));
    want(wanted);
}

QStringList SettingsModel::languages()
{
    return QStringList{tr("As the system")} + language::names();
}

void SettingsModel::chooseLanguage(int language)
{
    using Language = core::Appearance::Language;
    OwnerSettings wanted = m_owner;
    const int last = static_cast<int>(Language::Chinese);
    wanted.appearance.language = static_cast<Language>(std::clamp(language, 0, last));
    want(wanted);
}

bool SettingsModel::setCurrency(const QString &code, const QString &rate, const QString &date)
{
    OwnerSettings wanted = m_owner;
    const QByteArray wantedCode = code.trimmed().toUpper().toUtf8();
    wanted.appearance.currency.reset();
    if (!wantedCode.isEmpty() && wantedCode != "USD") {
        const auto units = typednumber::decimal(rate);
        if (!units.ok()) {
            return fail(units.error());
        }
        const auto currency =
            core::DisplayCurrency::from(wantedCode, *units, date.trimmed().toUtf8());
        if (!currency.ok()) {
            return fail(currency.error());
        }
        wanted.appearance.currency = *currency;
    }
    want(wanted);
    return m_error.isEmpty();
}

void SettingsModel::finishWelcome()
{
    OwnerSettings wanted = m_owner;
    wanted.isWelcomed = true;
    want(wanted);
}

void SettingsModel::restartNow()
{
    if (waitsForRestart()) {
        Q_EMIT restartRequested();
    }
}

void SettingsModel::wantStartAtLogin(bool starts)
{
    Q_EMIT startAtLoginRequested(starts);
}

void SettingsModel::setStartsAtLogin(bool starts)
{
    if (std::exchange(m_startsAtLogin, starts) != starts) {
        Q_EMIT startsAtLoginChanged();
    }
}

void SettingsModel::clearError()
{
    if (!m_error.isEmpty()) {
        m_error.clear();
        Q_EMIT changed();
    }
}
