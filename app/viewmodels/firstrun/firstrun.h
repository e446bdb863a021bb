// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keys/clientcode.h"
#include "app/viewmodels/settings/upstreamfinding.h"
#include "core/base/secret.h"
#include "core/keys/keyfacts.h"
#include "core/pricing/pricebook.h"
#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

/// From nothing to the first metered call, in four steps: a model server; what its models cost; a
/// tenant with a cap and a key; two lines in a program. Knows what was found and what a person
/// types; the rest happens outside, by the wishes.
class FirstRun : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(
        QString progress READ progress NOTIFY changed FINAL) ///< "Two of four steps are done."
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)   ///< something was asked for
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    // The server.
    Q_PROPERTY(bool searching READ isSearching NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> servers READ servers NOTIFY changed FINAL) ///< found: "vLLM on :8000"
    Q_PROPERTY(QString searchText READ searchText NOTIFY changed FINAL)  ///< what was (not) found
    Q_PROPERTY(QString serverTitle READ serverTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString serverDetail READ serverDetail NOTIFY changed FINAL)
    // Its prices.
    Q_PROPERTY(QString priceTitle READ priceTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString priceDetail READ priceDetail NOTIFY changed FINAL)
    Q_PROPERTY(QString unpriced READ unpricedText NOTIFY changed FINAL) ///< names; empty: none
    Q_PROPERTY(QString inputPrice READ inputPrice WRITE setInputPrice NOTIFY changed FINAL)
    Q_PROPERTY(QString outputPrice READ outputPrice WRITE setOutputPrice NOTIFY changed FINAL)
    // The tenant.
    Q_PROPERTY(QString tenant READ tenant WRITE setTenant NOTIFY changed FINAL)
    Q_PROPERTY(QString cap READ cap WRITE setCap NOTIFY changed FINAL)
    Q_PROPERTY(QString capSign READ capSign NOTIFY changed FINAL) ///< "$", or what is shown instead
    /// "Warns at 80 %, 95 %; refuses at 100 %"
    Q_PROPERTY(QString marksText READ marksText CONSTANT FINAL)
    Q_PROPERTY(QString tenantTitle READ tenantTitle NOTIFY changed FINAL)
    // The program.
    Q_PROPERTY(int codeKind READ codeKind WRITE setCodeKind NOTIFY changed FINAL)
    Q_PROPERTY(ClientCode code READ code NOTIFY changed FINAL)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY changed FINAL) ///< the first call was counted
    Q_PROPERTY(QString callTitle READ callTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString callDetail READ callDetail NOTIFY changed FINAL)

public:
    enum Step { Server, Prices, Tenant, Program };
    Q_ENUM(Step)

    using QObject::QObject;

    // --- what is so ----------------------------------------------------------------------------
    void apply(const core::Snapshot &snapshot);
    void setBook(std::shared_ptr<const core::PriceBook> book);
    void takeFinding(const QByteArray &address, const UpstreamFinding &finding);
    void endSearch();
    /// The server is in force; the prices and the tenant are durable; the key was made.
    void takeServer();
    void takeKey(const QByteArray &id, const core::Secret &text);
    void refuse(const QString &why); ///< of what was asked for last

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString progress() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] QList<QString> servers() const;
    [[nodiscard]] QString searchText() const;
    [[nodiscard]] QString serverTitle() const;
    [[nodiscard]] QString serverDetail() const;
    [[nodiscard]] QString priceTitle() const;
    [[nodiscard]] QString priceDetail() const;
    [[nodiscard]] QString unpricedText() const;
    [[nodiscard]] const QString &inputPrice() const { return m_inputPrice; }
    void setInputPrice(const QString &price) { put(m_inputPrice, price); }
    [[nodiscard]] const QString &outputPrice() const { return m_outputPrice; }
    void setOutputPrice(const QString &price) { put(m_outputPrice, price); }
    [[nodiscard]] const QString &tenant() const { return m_tenant; }
    void setTenant(const QString &tenant) { put(m_tenant, tenant); }
    [[nodiscard]] const QString &cap() const { return m_cap; }
    void setCap(const QString &cap) { put(m_cap, cap); }
    [[nodiscard]] static QString capSign();
    [[nodiscard]] static QString marksText();
    [[nodiscard]] QString tenantTitle() const;
    [[nodiscard]] int codeKind() const { return m_codeKind; }
    void setCodeKind(int kind) { put(m_codeKind, kind); }
    [[nodiscard]] ClientCode code() const;
    [[nodiscard]] bool hasArrived() const { return m_arrived; }
    [[nodiscard]] QString callTitle() const;
    [[nodiscard]] QString callDetail() const;

    // --- what a person does --------------------------------------------------------------------
    Q_INVOKABLE void begin();
    Q_INVOKABLE void search();
    Q_INVOKABLE void tryAddress(const QString &address);
    Q_INVOKABLE void useServer(int index);
    Q_INVOKABLE void usePrices();
    Q_INVOKABLE void makeTenant();
    Q_INVOKABLE void sendTestCall();
    Q_INVOKABLE void copyCode();
    Q_INVOKABLE void back(int step); ///< "Change" of a step that is done
    Q_INVOKABLE void leave();        ///< done, or skipped

Q_SIGNALS:
    void changed();
    void searchRequested();
    void addressRequested(const QByteArray &address);
    void serverRequested(const QByteArray &address);
    void priceRequested(const core::Price &price);
    void capRequested(const core::Budget &budget);
    void keyRequested(const core::KeyFacts &facts);
    void testCallRequested(const QString &url, const core::Secret &key, const QByteArray &model);
    void left();

private:
    struct Candidate
    {
        QByteArray address;
        UpstreamFinding finding;
    };
    template <class T>
    void put(T &field, const T &value)
    {
        if (field != value) {
            field = value;
            m_error.clear();
            Q_EMIT changed();
        }
    }
    void fail(const QString &why);
    void go(Step step);
    [[nodiscard]] QString capText() const; ///< "$5", or as it was typed
    [[nodiscard]] const Candidate *chosen() const;
    [[nodiscard]] std::vector<QByteArray> unpriced() const;
    [[nodiscard]] const core::Price *priceOf(const QByteArray &model) const;
    void noticeCall(const core::Snapshot &snapshot);

    bool m_open = false;
    Step m_step = Step::Server;
    bool m_busy = false;
    bool m_searching = false;
    QString m_error;
    QString m_failure; ///< of an address that was typed
    std::vector<Candidate> m_servers;
    int m_chosen = -1;
    QByteArray m_tried; ///< the address that was typed last
    std::shared_ptr<const core::PriceBook> m_book;
    QString m_inputPrice;
    QString m_outputPrice;
    QString m_tenant;
    QString m_cap;
    QByteArray m_capId; ///< of the tenant's cap; changed, not doubled, when one comes back to it
    QByteArray m_cappedTenant;
    QByteArray m_keyId;
    QString m_keyText;
    int m_codeKind = ClientCode::Python;
    bool m_arrived = false;
    QString m_costText;
    QString m_url;
    QByteArray m_zone;
    core::Time m_now{};
};
