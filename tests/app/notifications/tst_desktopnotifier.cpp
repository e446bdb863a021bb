// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier on a session bus of its own, with a notification service that keeps what it is told.
#include "app/notifications/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using app::DesktopNotifier;
using app::News;

namespace {

struct Shown
{
    QString program;
    QString title;
    QString text;
    QStringList actions;
    QVariantMap hints;
};

} // namespace

/// org.freedesktop.Notifications, as much of it as a desktop must have.
class Service : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    using QObject::QObject;
    std::vector<Shown> shown;
    QStringList capabilities{u"body"_s, u"body-markup"_s, u"actions"_s};

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    // The specification's own eight arguments.
    uint Notify(const QString &program,
                uint /*replaces*/,
                const QString & /*icon*/,
                const QString &title,
                const QString &text,
                const QStringList &actions,
                const QVariantMap &hints,
                int /*timeout*/)
    {
        shown.push_back({program, title, text, actions, hints});
        return static_cast<uint>(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOnWhereNobodyShows();
    void showsAndOpensOnAClick();
    void writesNoMarkupOfOthers();

private:
    [[nodiscard]] bool offer(Service &service);
    void takeBack() { m_desktop.unregisterService(u"org.freedesktop.Notifications"_s); }

    QDBusConnection m_desktop =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
};

bool DesktopNotifierTest::offer(Service &service)
{
    m_desktop.unregisterObject(u"/org/freedesktop/Notifications"_s);
    return m_desktop.registerObject(u"/org/freedesktop/Notifications"_s,
                                    &service,
                                    QDBusConnection::ExportAllSlots |
                                        QDBusConnection::ExportAllSignals) &&
           m_desktop.registerService(u"org.freedesktop.Notifications"_s);
}

void DesktopNotifierTest::handsOnWhereNobodyShows()
{
    DesktopNotifier notifier;
    QSignalSpy unable(&notifier, &DesktopNotifier::unable);
    const News news{u"research reached its daily cap"_s, u"$20.00 of $20.00"_s, true};
    notifier.show(news);
    QVERIFY(unable.count() == 1 || unable.wait());
    QCOMPARE(unable.first().first().value<News>(), news);
}

void DesktopNotifierTest::showsAndOpensOnAClick()
{
    Service service;
    QVERIFY(offer(service));
    DesktopNotifier notifier;
    QSignalSpy clicked(&notifier, &DesktopNotifier::clicked);
    notifier.show({u"research reached its daily cap"_s, u"$20.00 of $20.00"_s, true});
    notifier.show({u"support passed a mark"_s, {}, false});
    QTRY_COMPARE(service.shown.size(), 2U);
    const Shown &first = service.shown.front();
    QCOMPARE(first.program, u"Capstan"_s);
    QCOMPARE(first.title, u"research reached its daily cap"_s);
    QCOMPARE(first.text, u"$20.00 of $20.00"_s);
    QCOMPARE(first.actions, QStringList({u"default"_s, u"Open Capstan"_s}));
    QCOMPARE(first.hints.value(u"urgency"_s).toInt(), 2);
    QCOMPARE(service.shown.back().hints.value(u"urgency"_s).toInt(), 1);
    // Until the notifier has had its answer it does not know which one is its own.
    QTRY_VERIFY(
        (Q_EMIT service.ActionInvoked(1, u"default"_s), QTest::qWait(0), clicked.count() > 0));
    takeBack();
}

void DesktopNotifierTest::writesNoMarkupOfOthers()
{
    Service service;
    QVERIFY(offer(service));
    DesktopNotifier notifier;
    const News news{u"a"_s, u"<b>loud</b> & clear"_s, false};
    notifier.show(news);
    QTRY_COMPARE(service.shown.size(), 1U);
    QCOMPARE(service.shown.front().text, u"&lt;b&gt;loud&lt;/b&gt; &amp; clear"_s);
    service.capabilities = {u"body"_s};
    DesktopNotifier plain;
    QTRY_VERIFY((plain.show(news), QTest::qWait(0), service.shown.back().text == news.text));
    takeBack();
}

/// The bus must be there before anything looks for one.
int main(int argc, char **argv)
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        std::fputs("Skipped: there is no dbus-daemon to try it on.\n", stderr);
        return 0;
    }
    QProcess bus;
    bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    if (!bus.waitForReadyRead()) {
        std::fputs("The bus did not start.\n", stderr);
        return 1;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    QGuiApplication application(argc, argv);
    DesktopNotifierTest test;
    const int code = QTest::qExec(&test, argc, argv);
    bus.kill();
    bus.waitForFinished();
    return code;
}

#include "tst_desktopnotifier.moc"
