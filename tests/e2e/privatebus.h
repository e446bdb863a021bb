// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>

namespace e2e {

/// A D-Bus session bus on which nothing is started by itself: a keychain is there only when a test
/// has put it there. Ends with the object.
class PrivateBus
{
public:
    PrivateBus() = default;
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    /// Its rules are written into `folder`, which outlives it.
    [[nodiscard]] bool start(const QString &folder, const QProcessEnvironment &environment);
    [[nodiscard]] const QString &address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

/// What a method on that bus answers, as dbus-send prints it; empty when it fails.
[[nodiscard]] QByteArray callOnBus(const QProcessEnvironment &session,
                                   const QStringList &destinationPathMethodAndArguments);

} // namespace e2e
