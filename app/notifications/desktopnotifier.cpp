// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace app {
using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;
/// The action of a click on the notification itself.
const QString Default = u"default"_s;
constexpr int AsTheServiceLikes = -1; ///< how long it is shown

QDBusMessage callTo(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

QVariantMap hintsOf(const News &news)
{
    constexpr uchar Normal = 1;
    constexpr uchar Critical = 2;
    return {{u"urgency"_s, QVariant::fromValue(news.urgent ? Critical : Normal)},
            {u"category"_s, u"device.warning"_s},
            {u"desktop-entry"_s, u"capstan"_s}};
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Service, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    bus.connect(
        Service, Path, Service, u"NotificationClosed"_s, this, SLOT(takeClosed(uint, uint)));
    askWhatItCan();
}

void DesktopNotifier::askWhatItCan()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(callTo(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_readsMarkup = reply.isError() || reply.value().contains(u"body-markup"_s);
        watcher->deleteLater();
    });
}

void DesktopNotifier::show(const News &news)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        Q_EMIT unable(news);
        return;
    }
    QDBusMessage call = callTo(u"Notify"_s);
    // A tenant's name is no markup.
    const QString body = m_readsMarkup ? news.text.toHtmlEscaped() : news.text;
    call << u"Capstan"_s << uint(0) << u"capstan"_s << news.title << body
         << QStringList{Default, tr("Open Capstan")} << hintsOf(news) << AsTheServiceLikes;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, news] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            Q_EMIT unable(news);
        } else {
            m_ours.insert(reply.value());
        }
        watcher->deleteLater();
    });
}

void DesktopNotifier::takeAction(uint id, const QString &action)
{
    if (m_ours.contains(id) && action == Default) {
        Q_EMIT clicked();
    }
}

void DesktopNotifier::takeClosed(uint id, uint /*reason*/)
{
    m_ours.remove(id);
}

} // namespace app
