// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TstReadme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPathItNamesExists();
    void everyFolderIsOnTheMap();

private:
    QString m_text;
};

namespace {

const QString Root = QStringLiteral(CAPSTAN_SOURCE_DIR "/");

/// Paths below the folders of the source: in code marks, links, pictures and code blocks.
QStringList pathsIn(const QString &text)
{
    static const QRegularExpression path(
        uR"((?<![\w/~.-])(?:core|proxy|app|qml|resources|translations|tests|installer|cmake|\.ci)/[\w./-]*)"_s);
    QStringList paths;
    for (const QRegularExpressionMatch &match : path.globalMatch(text)) {
        QString name = match.captured();
        while (name.endsWith(u'.')) {
            name.chop(1);
        }
        paths += name;
    }
    return paths;
}

} // namespace

void TstReadme::initTestCase()
{
    QFile file(Root + u"README.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
}

void TstReadme::everyPathItNamesExists()
{
    const QStringList paths = pathsIn(m_text);
    QVERIFY(paths.size() > 10);
    for (const QString &path : paths) {
        QVERIFY2(QFileInfo::exists(Root + path), qPrintable(path));
    }
    QVERIFY(!QFileInfo::exists(Root + pathsIn(u"see core/nothing.cpp."_s).constFirst()));
}

void TstReadme::everyFolderIsOnTheMap()
{
    for (const QString &folder :
         {u"app"_s, u"core"_s, u"installer"_s, u"proxy"_s, u"qml"_s, u"resources"_s, u"tests"_s}) {
        QVERIFY2(m_text.contains(u"| `"_s + folder + u"/` |"_s), qPrintable(folder));
    }
}

QTEST_GUILESS_MAIN(TstReadme)
#include "tst_readme.moc"
