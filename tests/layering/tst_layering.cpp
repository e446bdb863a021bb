// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TstLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesFileAndInclude_data();
    void namesFileAndInclude();
    void namesOtherViolations();
    void everyFileKeepsToItsLayer();
    void everySourceNamesItsLicence();
    void noFileIsTooLong();

private:
    struct File
    {
        QString path; ///< relative to the source folder
        QString text;
    };
    template <class... Rules>
    [[nodiscard]] QStringList violations(Rules... rules) const;

    std::vector<File> m_files;
};

namespace {

const QStringList Folders{u"core"_s,
                          u"proxy"_s,
                          u"app"_s,
                          u"qml"_s,
                          u"tests"_s,
                          u"cmake"_s,
                          u"installer"_s,
                          u"resources"_s,
                          u".ci"_s};
const QStringList Sources{u"cpp"_s, u"h"_s, u"qml"_s, u"cmake"_s, u"sh"_s, u"py"_s, u"txt"_s};

bool isSource(const QString &path, const QByteArray &text)
{
    const QFileInfo info(path);
    if (info.suffix() == "txt"_L1) {
        return info.fileName() == "CMakeLists.txt"_L1;
    }
    return Sources.contains(info.suffix()) || text.startsWith("#!");
}

bool isForeign(const QString &path)
{
    return path.contains("/node_modules/"_L1) || path.contains("/__pycache__/"_L1);
}

} // namespace

template <class... Rules>
QStringList TstLayering::violations(Rules... rules) const
{
    QStringList found;
    for (const File &file : m_files) {
        (found.append(rules(file.path, file.text)), ...);
    }
    return found;
}

void TstLayering::initTestCase()
{
    const QDir root(QStringLiteral(CAPSTAN_SOURCE_DIR));
    for (const QString &folder : Folders) {
        QDirIterator it(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray text = file.readAll();
            if (isSource(file.fileName(), text) && !isForeign(file.fileName())) {
                m_files.push_back(
                    {root.relativeFilePath(file.fileName()), QString::fromUtf8(text)});
            }
        }
    }
    QVERIFY(m_files.size() > 50);
}

void TstLayering::namesFileAndInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *path, const char *include, bool allowed) {
        QTest::addRow("%s %s", path, include)
            << QString::fromLatin1(path) << QString::fromLatin1(include) << allowed;
    };
    row("core/a.h", "<QString>", true);
    row("core/a.h", "<QSqlQuery>", true);
    row("core/a.h", "<vector>", true);
    row("core/a.h", "<yaml-cpp/yaml.h>", true);
    row("core/a.h", "\"core/base/money.h\"", true);
    row("core/a.h", "<QHostAddress>", false);
    row("core/a.h", "<QtNetwork/QHostAddress>", false);
    row("core/a.h", "<QColor>", false);
    row("core/a.h", "<curl/curl.h>", false);
    row("core/a.h", "<sys/socket.h>", false);
    row("core/a.h", "\"proxy/accounts.h\"", false);
    row("core/a.h", "\"app/desktop.h\"", false);
    row("proxy/a.h", "<QTcpSocket>", true);
    row("proxy/a.h", "<QHttpServer>", true);
    row("proxy/a.h", "<curl/curl.h>", true);
    row("proxy/a.h", "\"core/base/money.h\"", true);
    row("proxy/a.h", "<QGuiApplication>", false);
    row("proxy/a.h", "<QQuickItem>", false);
    row("proxy/a.h", "<QtWidgets/QWidget>", false);
    row("proxy/a.h", "\"app/desktop.h\"", false);
    row("app/a.h", "<QQuickItem>", true);
    row("app/a.h", "\"proxy/accounts.h\"", true);
}

void TstLayering::namesFileAndInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    const QStringList found = rules::includes(path, u"#pragma once\n#include "_s + include + u'\n');
    QCOMPARE(found.isEmpty(), allowed);
    if (!allowed) {
        QVERIFY(found.first().startsWith(path + u": "_s));
        QVERIFY(found.first().endsWith(include.mid(1, include.size() - 2)));
    }
}

void TstLayering::namesOtherViolations()
{
    QCOMPARE(rules::qmlImports(u"qml/A.qml"_s,
                               u"import QtQuick\nimport QtQuick.Controls.Basic as C\n"
                               "import Capstan.App\n"_s),
             QStringList());
    QCOMPARE(rules::qmlImports(u"qml/A.qml"_s, u"import QtWebEngine\n"_s).size(), 1);
    QCOMPARE(rules::qmlImports(u"qml/A.qml"_s, u"import \"logic.js\" as Logic\n"_s).size(), 1);
    QCOMPARE(rules::ownedNames(u"app/main.cpp"_s, u"load(\"Main.qml\")"_s).size(), 1);
    QCOMPARE(rules::ownedNames(u"app/desktop.cpp"_s, u"load(\"Main.qml\")"_s).size(), 0);
    QCOMPARE(rules::ownedNames(u"core/a.cpp"_s, u"#if QT_VERSION > 1"_s).size(), 1);
    QCOMPARE(rules::ownedNames(u"proxy/server/httpcompat.h"_s, u"#if QT_VERSION"_s).size(), 0);
    QCOMPARE(rules::licence(u"core/a.cpp"_s, u"int a;\n"_s).size(), 1);
    QCOMPARE(rules::length(u"core/a.cpp"_s, QString(301, u'\n')).size(), 1);
    QCOMPARE(rules::length(u"core/a.cpp"_s, QString(300, u'\n')).size(), 0);
    QCOMPARE(rules::length(u"tests/a.cpp"_s, QString(301, u'\n')).size(), 0);
}

void TstLayering::everyFileKeepsToItsLayer()
{
    const QStringList found = violations(rules::includes, rules::qmlImports, rules::ownedNames);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TstLayering::everySourceNamesItsLicence()
{
    const QStringList found = violations(rules::licence);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TstLayering::noFileIsTooLong()
{
    const QStringList found = violations(rules::length);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TstLayering)
#include "tst_layering.moc"
