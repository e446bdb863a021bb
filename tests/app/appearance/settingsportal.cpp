// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsportal.h"

namespace test {

using namespace Qt::StringLiterals;

namespace {
const QString Area = u"org.freedesktop.appearance"_s;
const QString OwnName = u"the portal"_s;
const QString ClientName = u"the portal's client"_s;
} // namespace

SettingsPortal::SettingsPortal()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead()) {
        return;
    }
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, OwnName);
    m_isThere =
        bus.registerObject(u"/org/freedesktop/portal/desktop"_s,
                           this,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
        bus.registerService(u"org.freedesktop.portal.Desktop"_s);
}

SettingsPortal::~SettingsPortal()
{
    QDBusConnection::disconnectFromBus(ClientName);
    QDBusConnection::disconnectFromBus(OwnName);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QDBusConnection SettingsPortal::client() const
{
    return QDBusConnection::connectToBus(m_address, ClientName);
}

void SettingsPortal::change(const QString &key, uint value)
{
    set(key, value);
    Q_EMIT SettingChanged(Area, key, QDBusVariant(value));
}

QDBusVariant SettingsPortal::Read(const QString &area, const QString &key, const QDBusMessage &call)
{
    if (area != Area || !m_values.contains(key)) {
        call.setDelayedReply(true);
        QDBusConnection(OwnName).send(
            call.createErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"not there"_s));
        return QDBusVariant(0U);
    }
    return QDBusVariant(QVariant::fromValue(QDBusVariant(m_values.value(key))));
}

} // namespace test
