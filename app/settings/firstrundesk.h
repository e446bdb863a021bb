// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/upstreamtest.h"
#include "core/snapshot.h"

#include <QObject>

#include <memory>
#include <vector>

class FirstRun;
class SettingsModel;

namespace app {

class Application;

/// Does what the first run asks for: looks for model servers, puts one in force, makes the price,
/// the cap and the key, and sends the test call. One for each start of the service. Main thread.
class FirstRunDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; the service has started, and the settings have been told.
    FirstRunDesk(FirstRun &firstRun, SettingsModel &settings, Application &application);
    ~FirstRunDesk() override;

private:
    void connectWishes();
    void offerOnce(const core::Snapshot &snapshot);
    void search();
    void probe(const QByteArray &address);
    void put(const QByteArray &address);
    void sendTestCall(const QString &url, const core::Secret &key, const QByteArray &model);

    FirstRun &m_firstRun;
    SettingsModel &m_settings;
    Application &m_application;
    proxy::UpstreamClient m_client;
    std::vector<std::unique_ptr<UpstreamTest>> m_tests;
    std::size_t m_answers = 0; ///< of m_tests
    std::unique_ptr<proxy::Fetch> m_call;
    bool m_isOffered = false;
};

} // namespace app
