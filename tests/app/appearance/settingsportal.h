// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QMap>
#include <QObject>
#include <QProcess>

namespace test {

/// The part of org.freedesktop.portal.Settings that is asked, on a bus of its own.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    SettingsPortal();
    ~SettingsPortal() override;

    [[nodiscard]] bool isThere() const { return m_isThere; } ///< false without a dbus-daemon
    [[nodiscard]] QDBusConnection client() const;            ///< somebody else on the bus
    /// Of org.freedesktop.appearance; change() also tells everybody.
    void set(const QString &key, uint value) { m_values.insert(key, value); }
    void change(const QString &key, uint value);

public Q_SLOTS:
    QDBusVariant Read(const QString &area, const QString &key, const QDBusMessage &call);

Q_SIGNALS:
    void SettingChanged(const QString &area, const QString &key, const QDBusVariant &value);

private:
    QProcess m_daemon;
    QString m_address;
    QMap<QString, uint> m_values;
    bool m_isThere = false;
};

} // namespace test
