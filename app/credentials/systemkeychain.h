// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychain.h"

#include <QObject>

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's
class Job;
}

namespace app {

/// The desktop's keychain (Secret Service, KWallet) through QtKeychain. Main thread, with an event
/// loop. Never falls back to a plain file.
///
/// Failure: an answer that does not come in time is Unresponsive, and so is every further call
/// until it has come: QtKeychain runs one job at a time and cannot cancel it.
class SystemKeychain final : public QObject, public Keychain
{
    Q_OBJECT

public:
    explicit SystemKeychain(QObject *parent = nullptr);

    void read(const QByteArray &name, Callback callback) override;
    void write(const QByteArray &name, const core::Secret &secret, Callback callback) override;
    void remove(const QByteArray &name, Callback callback) override;

private:
    void start(QKeychain::Job *job,
               const QByteArray &name,
               std::chrono::milliseconds patience,
               const Callback &callback);

    int m_stuck = 0; ///< jobs that outlasted their watchdog
};

} // namespace app
