// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/traywatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QSystemTrayIcon>

#include <utility>

namespace app {
using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.kde.StatusNotifierWatcher"_s;
const QString Path = u"/StatusNotifierWatcher"_s;

} // namespace

TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::sessionBus())
{
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &TrayWatch::askQt);
}

void TrayWatch::begin()
{
    if (!m_bus.isConnected()) {
        askQt();
        m_patience.start();
        return;
    }
    auto *watcher =
        new QDBusServiceWatcher(Service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayWatch::look);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { set(false); });
    m_bus.connect(Service, Path, Service, u"StatusNotifierHostRegistered"_s, this, SLOT(look()));
    m_patience.start();
    look();
}

/// Qt 6.4 looks for this kind of tray once and keeps the answer, so it must not be asked before
/// there is one.
void TrayWatch::look()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        Service, Path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << Service << u"IsStatusNotifierHostRegistered"_s;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (!reply.isError() && reply.value().variant().toBool()) {
            askQt();
        }
    });
}

void TrayWatch::askQt()
{
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_patience.stop();
        set(true);
    }
}

void TrayWatch::set(bool present)
{
    if (std::exchange(m_isPresent, present) != present) {
        Q_EMIT changed(present);
    }
}

} // namespace app
