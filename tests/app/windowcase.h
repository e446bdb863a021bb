// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/hand.h"
#include "tests/support/program.h"

#include "app/desktop.h"
#include "app/windowedservice.h"
#include "core/ledger/ledger.h"

#include <QTemporaryDir>

#include <memory>

/// What tests share that drive the whole program by hand: the real window on the real service in
/// front of the simulated vLLM, which serves one model, "cent", at a cent a token.
class WindowCase : public QObject
{
    Q_OBJECT

protected:
    WindowCase();

    /// A restart of the service, with all of this machine busy.
    static constexpr int Patience = 60'000;

    /// With a configuration file, this or the usual one, past the first run.
    void begin(const QByteArray &config = {});
    void end();

    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    [[nodiscard]] SettingsModel &settings() const { return *centre().settings(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Its path; empty when it could not be written.
    QString written(const QString &name, const QByteArray &content) const;
    /// Everything that clients may ask for is one model.
    [[nodiscard]] QByteArray configuration(const QByteArray &model = "cent") const;
    /// What the ledger counts, whole.
    [[nodiscard]] core::Ledger::Sum counted(const QString &file = {}) const;
    [[nodiscard]] quint16 port() const;
    /// The status of a call by "research" of so many tokens.
    [[nodiscard]] int call(int tokens = 5, const QByteArray &model = "cent") const;
    /// On the tenants page, with the mouse; it has called.
    [[nodiscard]] bool openResearch();

    QTemporaryDir m_folder;
    test::Program m_simulation;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Hand> m_hand;
    std::unique_ptr<app::WindowedService> m_windowed;
};

/// Runs the test where nothing is the user's own: no capstan.yaml, no secrets, no keychain, no
/// other dialogs than Qt's.
[[nodiscard]] int runAlone(std::unique_ptr<QObject> (*make)(), int argc, char **argv);
