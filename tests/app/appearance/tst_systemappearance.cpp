// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Against a portal of our own on a private bus.
#include "app/appearance/systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::SystemAppearance;

namespace {

/// The part of org.freedesktop.portal.Settings that is asked.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QMap<QString, QVariant> values;

public Q_SLOTS:
    QDBusVariant Read(const QString &area, const QString &key, const QDBusMessage &call)
    {
        const QVariant value = values.value(area + u'/' + key);
        if (!value.isValid()) {
            call.setDelayedReply(true);
            QDBusConnection(u"portal"_s)
                .send(call.createErrorReply(u"org.freedesktop.portal.Error.NotFound"_s,
                                            u"not there"_s));
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &area, const QString &key, const QDBusVariant &value);
};

} // namespace

class TestSystemAppearance : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;

    [[nodiscard]] QDBusConnection bus(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead()) {
            QSKIP("There is no dbus-daemon here.");
        }
        m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void followsThePortalAndItsChanges()
    {
        Portal portal;
        portal.values = {{u"org.freedesktop.appearance/color-scheme"_s, 1u},
                         {u"org.gnome.desktop.interface/enable-animations"_s, false}};
        QDBusConnection server = bus(u"portal"_s);
        QVERIFY(server.registerObject(
            u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllContents));
        QVERIFY(server.registerService(u"org.freedesktop.portal.Desktop"_s));
        const SystemAppearance appearance(bus(u"client"_s), m_folder.filePath(u"none"_s));
        QTRY_COMPARE(appearance.scheme(), SystemAppearance::Scheme::Dark);
        QTRY_VERIFY(appearance.isMotionReduced()); // GNOME's key stands in for the common one
        Q_EMIT portal.SettingChanged(
            u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2u));
        QTRY_COMPARE(appearance.scheme(), SystemAppearance::Scheme::Light);
        Q_EMIT portal.SettingChanged(
            u"org.freedesktop.appearance"_s, u"reduced-motion"_s, QDBusVariant(0u));
        QTRY_VERIFY(!appearance.isMotionReduced()); // the common key goes first
        Q_EMIT portal.SettingChanged(
            u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(0u));
        QTRY_COMPARE(appearance.scheme(), SystemAppearance::Scheme::Unknown);
        server.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    }

    void readsTheFilesOfGtkAndKde()
    {
        write(u"gtk-3.0/settings.ini"_s,
              "[Settings]\ngtk-application-prefer-dark-theme=1\ngtk-enable-animations=0\n");
        SystemAppearance appearance(bus(u"files"_s), m_folder.path());
        QCOMPARE(appearance.scheme(), SystemAppearance::Scheme::Dark);
        QVERIFY(appearance.isMotionReduced());
        QSignalSpy changed(&appearance, &SystemAppearance::changed);
        write(u"gtk-3.0/settings.ini"_s, "[Settings]\ngtk-application-prefer-dark-theme=0\n");
        QTRY_VERIFY(changed.count() > 0);
        QTRY_COMPARE(appearance.scheme(), SystemAppearance::Scheme::Light);
        QTRY_VERIFY(!appearance.isMotionReduced());
    }

    void knowsNothingWhereNobodySaysAnything()
    {
        const SystemAppearance appearance(bus(u"nothing"_s), m_folder.filePath(u"none"_s));
        QCOMPARE(appearance.scheme(), SystemAppearance::Scheme::Unknown);
        QVERIFY(!appearance.isMotionReduced());
    }
};

QTEST_GUILESS_MAIN(TestSystemAppearance)
#include "tst_systemappearance.moc"
