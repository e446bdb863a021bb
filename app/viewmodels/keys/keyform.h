// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/keys/clientcode.h"
#include "core/base/secret.h"
#include "core/budget/budget.h"
#include "core/keys/keyfacts.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

/// A virtual key that is being made or changed. Its text is here from the moment it was made until
/// the dialog closes, and nowhere else.
class KeyForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(bool fresh READ isFresh NOTIFY changed FINAL) ///< a new key, not a known one
    Q_PROPERTY(QString tenant READ tenant WRITE setTenant NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    Q_PROPERTY(QString agent READ agent WRITE setAgent NOTIFY changed FINAL)
    Q_PROPERTY(ActivityFilterChip *knownTenants READ knownTenants CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *knownAgents READ knownAgents CONSTANT FINAL)
    Q_PROPERTY(ActivityFilterChip *knownModels READ knownModels CONSTANT FINAL)
    Q_PROPERTY(QString models READ models WRITE setModels NOTIFY changed FINAL)       ///< "a, b*"
    Q_PROPERTY(QString requests READ requests WRITE setRequests NOTIFY changed FINAL) ///< a minute
    Q_PROPERTY(QString tokens READ tokens WRITE setTokens NOTIFY changed FINAL)       ///< a minute
    Q_PROPERTY(
        QString hourlyRequests READ hourlyRequests WRITE setHourlyRequests NOTIFY changed FINAL)
    Q_PROPERTY(QString hourlyTokens READ hourlyTokens WRITE setHourlyTokens NOTIFY changed FINAL)
    /// "30d", "2026-12-31"; empty: for good.
    Q_PROPERTY(QString expires READ expires WRITE setExpires NOTIFY changed FINAL)
    Q_PROPERTY(QString parallel READ parallel WRITE setParallel NOTIFY changed FINAL)
    Q_PROPERTY(QString cap READ cap WRITE setCap NOTIFY changed FINAL) ///< a day; empty: none
    Q_PROPERTY(QString capHint READ capHint NOTIFY changed FINAL) ///< "none; else an amount a day"
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString keyText READ keyText NOTIFY changed FINAL)
    Q_PROPERTY(bool stored READ isStored WRITE setStored NOTIFY changed FINAL) ///< or copied
    Q_PROPERTY(int codeKind READ codeKind WRITE setCodeKind NOTIFY changed FINAL)
    Q_PROPERTY(ClientCode code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString modelsText READ modelsText NOTIFY changed FINAL) ///< "all models"
    Q_PROPERTY(QString agentText READ agentText NOTIFY changed FINAL)   ///< "any agent"
    Q_PROPERTY(QString capText READ capText NOTIFY changed FINAL)       ///< "$3.00 a day", "none"

public:
    enum Stage { Closed, Writing, Saving, Made };
    Q_ENUM(Stage)

    explicit KeyForm(QObject *parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isFresh() const { return m_facts.id.isEmpty(); }
    [[nodiscard]] const QString &tenant() const { return m_tenant; }
    void setTenant(const QString &tenant) { put(m_tenant, tenant); }
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name) { put(m_name, name); }
    [[nodiscard]] const QString &agent() const { return m_agent; }
    void setAgent(const QString &agent) { put(m_agent, agent); }
    [[nodiscard]] LedgerFilterChip *knownTenants() { return &m_knownTenants; }
    [[nodiscard]] LedgerFilterChip *knownAgents() { return &m_knownAgents; }
    [[nodiscard]] LedgerFilterChip *knownModels() { return &m_knownModels; }
    [[nodiscard]] const QString &models() const { return m_models; }
    void setModels(const QString &models) { put(m_models, models); }
    [[nodiscard]] const QString &requests() const { return m_requests; }
    void setRequests(const QString &requests) { put(m_requests, requests); }
    [[nodiscard]] const QString &tokens() const { return m_tokens; }
    void setTokens(const QString &tokens) { put(m_tokens, tokens); }
    [[nodiscard]] const QString &hourlyRequests() const { return m_hourlyRequests; }
    void setHourlyRequests(const QString &requests) { put(m_hourlyRequests, requests); }
    [[nodiscard]] const QString &hourlyTokens() const { return m_hourlyTokens; }
    void setHourlyTokens(const QString &tokens) { put(m_hourlyTokens, tokens); }
    [[nodiscard]] const QString &expires() const { return m_expires; }
    void setExpires(const QString &expires) { put(m_expires, expires); }
    [[nodiscard]] static QString capHint();
    [[nodiscard]] const QString &parallel() const { return m_parallel; }
    void setParallel(const QString &parallel) { put(m_parallel, parallel); }
    [[nodiscard]] const QString &cap() const { return m_cap; }
    void setCap(const QString &cap) { put(m_cap, cap); }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] bool canSave() const
    {
        return m_stage == Writing && wanted().ok() && hasSoundCap();
    }
    [[nodiscard]] QString keyText() const { return m_keyText; }
    [[nodiscard]] bool isStored() const { return m_stored; }
    void setStored(bool stored) { put(m_stored, stored); }
    [[nodiscard]] int codeKind() const { return m_codeKind; }
    void setCodeKind(int kind) { put(m_codeKind, kind); }
    [[nodiscard]] ClientCode code() const;
    [[nodiscard]] QString modelsText() const;
    [[nodiscard]] QString agentText() const;
    [[nodiscard]] QString capText() const;

    /// Where Capstan listens, the zone in which a new key's cap has its days, and who calls.
    void apply(const core::Snapshot &snapshot);
    void setPlace(const QString &url, const QByteArray &zone, core::Time now = {});

    Q_INVOKABLE void begin(const QString &tenant);
    /// `cap`: the daily one of that key, where it has one.
    void edit(const core::KeyFacts &facts, const std::optional<core::Budget> &cap = {});
    Q_INVOKABLE void addModel(const QString &model); ///< to those that are named already
    Q_INVOKABLE void save();
    Q_INVOKABLE void copyKey();
    Q_INVOKABLE void copyCode();
    Q_INVOKABLE void close();

    // --- answers; those to an older ticket are passed over ------------------------------------
    void takeKey(quint64 ticket, const QByteArray &id, const core::Secret &text);
    void takeChanged(quint64 ticket);
    void refuse(quint64 ticket, const QString &why);

Q_SIGNALS:
    void changed();
    void createRequested(quint64 ticket, const core::KeyFacts &facts);
    void changeRequested(quint64 ticket, const core::KeyFacts &facts);
    void capRequested(const core::Budget &budget); ///< of the key that was just made
    /// A known key is now so; not told when only its cap is another.
    void keyChanged(const core::KeyFacts &before, const core::KeyFacts &after);
    /// Of a known key; no `after`: it is to have none.
    void capChangeRequested(const std::optional<core::Budget> &before,
                            const std::optional<core::Budget> &after);

private:
    template <class T>
    void put(T &field, const T &value)
    {
        if (m_stage != Closed && field != value) {
            field = value;
            m_refusal.clear();
            Q_EMIT changed();
        }
    }
    void fill(const core::KeyFacts &facts);
    [[nodiscard]] core::Result<core::KeyFacts> wanted() const;
    [[nodiscard]] bool hasSoundCap() const;
    [[nodiscard]] core::Result<core::Time> expiry() const;
    [[nodiscard]] QString capOfBudget() const; ///< as the field shows it
    void changeCap();

    Stage m_stage = Closed;
    quint64 m_ticket = 0;
    core::KeyFacts m_facts; ///< of the known key
    core::KeyFacts m_asked; ///< what it is to be
    QString m_tenant;
    QString m_name;
    QString m_agent;
    QString m_models;
    LedgerFilterChip m_knownTenants;
    LedgerFilterChip m_knownAgents;
    LedgerFilterChip m_knownModels;
    QString m_requests;
    QString m_tokens;
    QString m_hourlyRequests;
    QString m_hourlyTokens;
    QString m_expires;
    QString m_parallel;
    QString m_cap;
    std::optional<core::Budget> m_capBudget; ///< of the known key
    QString m_refusal;
    QString m_keyText;
    bool m_stored = false;
    int m_codeKind = ClientCode::Python;
    QString m_url;
    QByteArray m_zone;
    core::Time m_now{};
};
