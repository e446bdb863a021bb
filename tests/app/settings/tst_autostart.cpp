// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/autostart.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file() const
    {
        return m_folder.filePath(u"autostart/org.capstan.Capstan.desktop"_s);
    }
    [[nodiscard]] QByteArray text() const
    {
        QFile entry(file());
        return entry.open(QIODevice::ReadOnly) ? entry.readAll() : QByteArray();
    }

private Q_SLOTS:
    void writesAndTakesAwayTheEntry()
    {
        const app::Autostart autostart(u"/opt/my tools/100%/capstan"_s,
                                       m_folder.filePath(u"autostart"_s));
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true).ok());
        QVERIFY(autostart.isOn());
        QVERIFY2(text().contains("\nExec=\"/opt/my tools/100%%/capstan\"\n"), text().constData());
        QVERIFY(text().startsWith("[Desktop Entry]\nType=Application\n"));
        QVERIFY(autostart.set(false).ok());
        QVERIFY(!autostart.isOn());
        QVERIFY(!QFile::exists(file()));
        QVERIFY(autostart.set(false).ok()); // it is off already
    }

    void isOffWhenAnotherToolHidIt()
    {
        const app::Autostart autostart(u"/usr/bin/capstan"_s, m_folder.filePath(u"autostart"_s));
        QVERIFY(autostart.set(true).ok());
        QFile entry(file());
        QVERIFY(entry.open(QIODevice::Append));
        entry.write("Hidden=true\n");
        entry.close();
        QVERIFY(!autostart.isOn());
    }

    void saysWhereItCannotWrite()
    {
        QFile plain(m_folder.filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        const app::Autostart autostart(u"/usr/bin/capstan"_s, plain.fileName() + u"/autostart"_s);
        const core::Outcome set = autostart.set(true);
        QVERIFY(!set.ok());
        QVERIFY(set.error().message.contains(plain.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
