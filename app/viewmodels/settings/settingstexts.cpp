// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings page says of what is set, and by whom.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "app/viewmodels/typednumber.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::OwnerSettings;

namespace {

bool isLoopback(const QByteArray &address)
{
    return address.startsWith("127.") || address == "::1";
}

QString addressNote(const core::ServerSettings &server)
{
    if (isLoopback(server.listen)) {
        return SettingsModel::tr("Only programs on this computer can reach it");
    }
    return SettingsModel::tr("Other computers can reach it; every call needs a virtual key");
}

/// "langfuse gets the prompt and the answer of every call of every tenant, up to 32 KiB of each."
QString whatItGets(const core::Destination &destination)
{
    const core::ContentRules &rules = destination.content;
    const bool isKept = destination.type == core::DestinationType::Jsonl ||
                        destination.type == core::DestinationType::Postgres;
    const QString name = QString::fromUtf8(destination.name);
    const QString size = formatting::count(rules.maximumBytes / 1024);
    //: %1 is a place that calls are told to; %2 a number
    QString text = (isKept ? SettingsModel::tr("%1 keeps the prompt and the answer of every call "
                                               "of every tenant, up to %2 KiB of each.")
                           : SettingsModel::tr("%1 gets the prompt and the answer of every call "
                                               "of every tenant, up to %2 KiB of each."))
                       .arg(name, size);
    const int redactions = static_cast<int>(rules.keys.size() + std::ssize(rules.patterns));
    if (redactions > 0) {
        text += u' ' + SettingsModel::tr("%n rule(s) leave(s) something out.", nullptr, redactions);
    }
    return text;
}

} // namespace

/// What is in force once the owner's wishes are laid under the rest.
core::Configuration SettingsModel::wantedConfiguration() const
{
    core::Configuration wanted = m_facts.configuration;
    std::erase_if(wanted.providers, [&](const core::Provider &provider) {
        const auto hasItsName = [&provider](const OwnerSettings::Upstream &upstream) {
            return upstream.name == provider.name;
        };
        return std::ranges::any_of(m_facts.owner.upstreams, hasItsName) &&
               std::ranges::none_of(m_owner.upstreams, hasItsName);
    });
    layUnder(m_owner, wanted);
    return wanted;
}

QString SettingsModel::lockOf(QStringView key) const
{
    if (!m_facts.configuration.isWritten(key)) {
        return m_facts.settingsFile.isEmpty() ? tr("Settings cannot be kept in a demonstration")
                                              : QString();
    }
    return m_facts.configurationFile.isEmpty()
               ? tr("Set by the command line or the environment")
               : tr("Set by %1, the environment or the command line")
                     .arg(QFileInfo(m_facts.configurationFile).fileName());
}

void SettingsModel::describeCurrency()
{
    const auto &currency = m_owner.appearance.currency;
    m_texts.currency = currency ? QString::fromLatin1(currency->code()) : QString();
    m_texts.unitsPerDollar =
        currency ? typednumber::text(currency->unitsPerDollar().toDecimal()) : QString();
    m_texts.rateDate = currency ? currency->rateDate().toString(Qt::ISODate) : QString();
    m_texts.currencyNote =
        currency
            ? tr("The window shows amounts and takes caps in %1. Ledger, exports, invoices and "
                 "prices of models stay in US dollars.")
                  .arg(m_texts.currency)
            : tr("US dollars. For another currency: its code, how many units one dollar is "
                 "worth, and since when, as EUR, %1, 2026-11-02.")
                  .arg(typednumber::text("0.92"));
}

/// The rules are the file's, and the same for all tenants: the window shows them, and cannot
/// change them.
void SettingsModel::describeContent()
{
    QStringList places;
    QStringList notes;
    for (const core::Destination &destination : m_facts.configuration.telemetry.destinations) {
        if (destination.content.isWanted) {
            places += QString::fromUtf8(destination.name);
            notes += whatItGets(destination);
        }
    }
    m_texts.contentSent = !places.isEmpty();
    m_texts.contentState =
        places.isEmpty() ? tr("never kept") : tr("sent to %1").arg(formatting::list(places));
    if (places.isEmpty()) {
        m_texts.contentNote =
            tr("Relayed byte for byte and forgotten: never logged, never in the ledger, and sent "
               "to nobody else. Only capstan.yaml can say otherwise, for one telemetry "
               "destination at a time.");
        return;
    }
    notes += tr("Until it has taken them they wait in the data folder; Capstan's log and the "
                "ledger's entries never have them. capstan.yaml says so, under content.");
    m_texts.contentNote = notes.join(u' ');
}

void SettingsModel::describe()
{
    const core::Configuration wanted = wantedConfiguration();
    const core::ServerSettings &server = wanted.server;
    m_texts.url = m_facts.url;
    m_texts.address = QString::fromLatin1(server.listen);
    m_texts.port = QString::number(server.port);
    m_texts.addressNote = addressNote(server);
    m_texts.addressLock = lockOf(u"server.listen");
    if (m_texts.addressLock.isEmpty()) {
        m_texts.addressLock = lockOf(u"server.port");
    }
    m_texts.isOpen = !isLoopback(server.listen);
    m_texts.requireKeys = server.requireKeys || m_texts.isOpen;
    m_texts.requireKeysLock = m_texts.isOpen ? tr("Always so where other computers can reach it")
                                             : lockOf(u"server.require_keys");
    m_texts.survivesPowerLoss = server.durability == core::Durability::Power;
    m_texts.durabilityLock = lockOf(u"server.durability");
    m_texts.retentionDays = QString::number(wanted.retention.days);
    m_texts.retentionMegabytes = QString::number(wanted.retention.bytes / core::BytesPerMegabyte);
    m_texts.retentionLock = lockOf(u"retention.days");
    if (m_texts.retentionLock.isEmpty()) {
        m_texts.retentionLock = lockOf(u"retention.max_size_mb");
    }
    describeCurrency();
    describeContent();
    m_texts.dataFolder = server.dataDir;
    m_texts.order = tr("What the command line, the environment or %1 says goes before what is set "
                       "here; Capstan never changes that file. What is set here is kept in %2.")
                        .arg(m_facts.configurationFile.isEmpty() ? u"capstan.yaml"_s
                                                                 : m_facts.configurationFile,
                             m_facts.settingsFile);
    Q_EMIT changed();
}

QString SettingsModel::restartText() const
{
    if (!waitsForRestart()) {
        return {};
    }
    if (!needsRestart(m_facts.owner, m_owner)) {
        return m_running == 0 ? tr("The language is another from the next start of Capstan. No "
                                   "call is running.")
                              : tr("The language is another from the next start of Capstan. %n "
                                   "running call(s) "
                                   "would be let end first.",
                                   nullptr,
                                   m_running);
    }
    return m_running == 0
               ? tr("A change waits until the proxy is started again. No call is running.")
               : tr("A change waits until the proxy is started again. %n running call(s) would be "
                    "let end first.",
                    nullptr,
                    m_running);
}
