// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pricing/price.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <vector>

namespace app {

class ServiceHost;

/// `--demo`: the simulated vLLM and a small office of tenants that talk to it through Capstan, in
/// a data folder that goes with the process, so that a newcomer sees everything move without a
/// GPU. All of it is real traffic through the real proxy; only the model is simulated.
class Demo : public QObject
{
    Q_OBJECT

public:
    explicit Demo(QObject *parent = nullptr);
    ~Demo() override;

    /// Starts `vllm-sim`, which stands beside the program. Its base URL.
    [[nodiscard]] core::Result<QByteArray> startUpstream();
    [[nodiscard]] QString dataDirectory() const { return m_folder.path(); }
    /// What the simulated model costs: enough that a minute's spend is seen.
    [[nodiscard]] static core::Price price();
    /// Sets the tenants' budgets and lets them call `url`.
    void startTenants(ServiceHost &service, const QString &url);
    /// Hangs up and stays silent.
    void stopTenants();

private:
    struct Tenant
    {
        QByteArray name;
        QByteArray agent;
        int callsPerMinute = 30;
        int tokens = 200; ///< of a usual answer
        std::unique_ptr<QNetworkAccessManager> network;
    };
    void call(const Tenant &tenant);
    void tick();

    QTemporaryDir m_folder;
    QProcess m_simulator;
    QString m_url;
    std::vector<Tenant> m_tenants;
    QRandomGenerator m_random;
    QTimer m_timer;
};

} // namespace app
