// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/credentials/credentiallist.h"
#include "app/viewmodels/imports/fileimport.h"
#include "app/viewmodels/settings/configurationcheck.h"
#include "app/viewmodels/settings/connectionlist.h"
#include "app/viewmodels/settings/ledgercare.h"
#include "app/viewmodels/settings/ledgerrestore.h"
#include "app/viewmodels/settings/policycare.h"
#include "app/viewmodels/settings/reconcilelist.h"
#include "app/viewmodels/settings/upstreamchange.h"
#include "core/configuration/ownersettings.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// How Capstan was started: what is in force until it is started again.
struct ServiceFacts
{
    core::Configuration configuration;
    core::OwnerSettings owner; ///< as it was at the start
    QString configurationFile; ///< the owner's own; empty: none
    QString settingsFile;      ///< what is set in the window is kept there; empty: nowhere
    QString url;               ///< "http://127.0.0.1:7007"
};

/// One setting in words: where it is locked, by whom.
struct SettingTexts
{
    Q_GADGET
    QML_VALUE_TYPE(settingTexts)
    Q_PROPERTY(QString url MEMBER url)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QString port MEMBER port)
    Q_PROPERTY(QString addressNote MEMBER addressNote) ///< who can reach it
    Q_PROPERTY(
        QString addressLock MEMBER addressLock) ///< "capstan.yaml says it"; empty: it is free
    Q_PROPERTY(bool isOpen MEMBER isOpen)       ///< others than this computer reach it
    Q_PROPERTY(bool requireKeys MEMBER requireKeys)
    Q_PROPERTY(QString requireKeysLock MEMBER requireKeysLock)
    Q_PROPERTY(bool survivesPowerLoss MEMBER survivesPowerLoss)
    Q_PROPERTY(QString durabilityLock MEMBER durabilityLock)
    Q_PROPERTY(QString retentionDays MEMBER retentionDays)           ///< 0: for ever
    Q_PROPERTY(QString retentionMegabytes MEMBER retentionMegabytes) ///< 0: any size
    Q_PROPERTY(QString retentionLock MEMBER retentionLock)
    Q_PROPERTY(QString dataFolder MEMBER dataFolder)
    Q_PROPERTY(QString contentState MEMBER contentState) ///< "never kept", "sent to langfuse"
    Q_PROPERTY(QString contentNote MEMBER contentNote)   ///< who gets prompts and answers
    Q_PROPERTY(bool contentSent MEMBER contentSent)
    Q_PROPERTY(QString currency MEMBER currency) ///< "EUR"; empty: US dollars
    Q_PROPERTY(QString unitsPerDollar MEMBER unitsPerDollar)
    Q_PROPERTY(QString rateDate MEMBER rateDate)         ///< "2026-11-02", or empty
    Q_PROPERTY(QString currencyNote MEMBER currencyNote) ///< what is converted, and how
    Q_PROPERTY(QString order MEMBER order) ///< which of file, environment and window goes first

public:
    QString url;
    QString address;
    QString port;
    QString addressNote;
    QString addressLock;
    bool isOpen = false;
    bool requireKeys = false;
    QString requireKeysLock;
    bool survivesPowerLoss = false;
    QString durabilityLock;
    QString retentionDays;
    QString retentionMegabytes;
    QString retentionLock;
    QString dataFolder;
    QString contentState;
    QString contentNote;
    bool contentSent = false;
    QString currency;
    QString unitsPerDollar;
    QString rateDate;
    QString currencyNote;
    QString order;
    friend bool operator==(const SettingTexts &, const SettingTexts &) = default;
};

/// What can be set in the window. Each change goes out as a wish to keep it; what the proxy needs a
/// new start for is shown as waiting until then. What file, environment or command line say is
/// shown and cannot be changed here.
class SettingsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(ConnectionList *upstreams READ upstreams CONSTANT FINAL)
    Q_PROPERTY(ConnectionList *destinations READ destinations CONSTANT FINAL)
    Q_PROPERTY(CredentialList *credentials READ credentials CONSTANT FINAL)
    Q_PROPERTY(ReconcileList *reconciliation READ reconciliation CONSTANT FINAL)
    Q_PROPERTY(LedgerCare *ledger READ ledger CONSTANT FINAL)
    Q_PROPERTY(LedgerRestore *restore READ restore CONSTANT FINAL)
    /// Calls from before Capstan; another gateway's configuration.
    Q_PROPERTY(FileImport *usageImport READ usageImport CONSTANT FINAL)
    Q_PROPERTY(FileImport *configurationImport READ configurationImport CONSTANT FINAL)
    Q_PROPERTY(ConfigurationCheck *check READ check CONSTANT FINAL)
    Q_PROPERTY(PolicyCare *policy READ policy CONSTANT FINAL)
    Q_PROPERTY(SettingTexts texts READ texts NOTIFY changed FINAL)
    Q_PROPERTY(QString restartText READ restartText NOTIFY changed FINAL) ///< empty: nothing waits
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)     ///< of the last change
    Q_PROPERTY(int scheme READ scheme NOTIFY appearanceChanged FINAL) ///< 0 system, 1 light, 2 dark
    Q_PROPERTY(int motion READ motion NOTIFY appearanceChanged FINAL) ///< 0 system, 1 less, 2 full
    Q_PROPERTY(int textSize READ textSize NOTIFY appearanceChanged FINAL) ///< 0 small ... 3 largest
    Q_PROPERTY(QList<QString> languages READ languages CONSTANT FINAL) ///< the system's comes first
    Q_PROPERTY(int language READ language NOTIFY appearanceChanged FINAL) ///< place in languages
    Q_PROPERTY(bool startsAtLogin READ startsAtLogin NOTIFY startsAtLoginChanged FINAL)

public:
    explicit SettingsModel(QObject *parent = nullptr);

    // --- what is so ----------------------------------------------------------------------------
    void setFacts(const ServiceFacts &facts);
    void apply(const core::Snapshot &snapshot);
    /// The last change was not kept; the settings are what they were before.
    void refuse(const core::Error &error);
    /// Something else could not be done; the settings stay as they are.
    void explain(const core::Error &error);
    void setStartsAtLogin(bool starts);
    [[nodiscard]] const core::OwnerSettings &owner() const { return m_owner; }
    [[nodiscard]] bool waitsForRestart() const;
    /// The restart that waits must be of the window as well: it speaks another language then.
    [[nodiscard]] bool waitsForWindow() const;

    [[nodiscard]] ConnectionList *upstreams() { return &m_upstreams; }
    [[nodiscard]] ConnectionList *destinations() { return &m_destinations; }
    [[nodiscard]] CredentialList *credentials() { return &m_credentials; }
    [[nodiscard]] ReconcileList *reconciliation() { return &m_reconciliation; }
    [[nodiscard]] LedgerCare *ledger() { return &m_ledger; }
    [[nodiscard]] LedgerRestore *restore() { return &m_restore; }
    [[nodiscard]] FileImport *usageImport() { return &m_usageImport; }
    [[nodiscard]] FileImport *configurationImport() { return &m_configurationImport; }
    [[nodiscard]] ConfigurationCheck *check() { return &m_check; }
    [[nodiscard]] PolicyCare *policy() { return &m_policy; }
    [[nodiscard]] const SettingTexts &texts() const { return m_texts; }
    [[nodiscard]] QString restartText() const;
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] int scheme() const { return static_cast<int>(m_owner.appearance.scheme); }
    [[nodiscard]] int motion() const { return static_cast<int>(m_owner.appearance.motion); }
    [[nodiscard]] int textSize() const { return static_cast<int>(m_owner.appearance.textSize); }
    [[nodiscard]] static QStringList languages();
    [[nodiscard]] int language() const { return static_cast<int>(m_owner.appearance.language); }
    [[nodiscard]] bool startsAtLogin() const { return m_startsAtLogin; }

    // --- what is wanted ------------------------------------------------------------------------
    Q_INVOKABLE bool setListen(const QString &address, const QString &port); ///< false: errorText
    Q_INVOKABLE void setRequireKeys(bool required);
    Q_INVOKABLE void setSurvivesPowerLoss(bool survives);
    Q_INVOKABLE bool setRetention(const QString &days, const QString &megabytes);
    Q_INVOKABLE void chooseScheme(int scheme);
    Q_INVOKABLE void chooseMotion(int motion);
    Q_INVOKABLE void chooseTextSize(int size);
    Q_INVOKABLE void chooseLanguage(int language);
    /// Shows amounts in that currency at once, at a rate as a person types it; dollars where the
    /// code is empty or USD. False: errorText.
    Q_INVOKABLE bool setCurrency(const QString &code, const QString &rate, const QString &date);
    /// Adds an upstream, or gives the one with that name another address; false: errorText.
    Q_INVOKABLE bool saveUpstream(const QString &name, const QString &address);
    Q_INVOKABLE void removeUpstream(const QString &name);
    [[nodiscard]] Q_INVOKABLE bool canRemoveUpstream(const QString &name) const;
    /// What comes of removing it: what nobody else serves, and what runs there.
    [[nodiscard]] Q_INVOKABLE QString removalText(const QString &name) const;
    /// Makes it so; to take a change back, too.
    void setUpstream(const UpstreamChange &change);
    Q_INVOKABLE void restartNow();
    Q_INVOKABLE void wantStartAtLogin(bool starts);
    Q_INVOKABLE void clearError();
    void finishWelcome(); ///< the first run is over

Q_SIGNALS:
    void changed();
    void appearanceChanged();
    void startsAtLoginChanged();
    void keepRequested(const core::OwnerSettings &settings);
    void upstreamChanged(const UpstreamChange &change); ///< by a person's hand
    void restartRequested();
    void startAtLoginRequested(bool starts);

private:
    void want(const core::OwnerSettings &settings);
    /// What has changed by it; nothing when nothing has.
    std::optional<UpstreamChange>
    changeUpstream(const QByteArray &name,
                   const std::optional<core::OwnerSettings::Upstream> &after);
    [[nodiscard]] bool fail(const core::Error &error);
    void describe();
    void describeCurrency();
    void describeContent();
    /// What would be in force with the owner's wishes as they are.
    [[nodiscard]] core::Configuration wantedConfiguration() const;
    [[nodiscard]] QString lockOf(QStringView key) const;

    ServiceFacts m_facts;
    core::OwnerSettings m_owner; ///< as it is wanted
    core::OwnerSettings m_kept;  ///< as it was before the last wish
    SettingTexts m_texts;
    QString m_error;
    int m_running = 0;
    std::vector<core::UpstreamStatus> m_statuses; ///< of the upstreams in force
    bool m_startsAtLogin = false;
    ConnectionList m_upstreams;
    ConnectionList m_destinations;
    CredentialList m_credentials;
    ReconcileList m_reconciliation;
    LedgerCare m_ledger;
    LedgerRestore m_restore;
    FileImport m_usageImport;
    FileImport m_configurationImport;
    ConfigurationCheck m_check;
    PolicyCare m_policy;
};
