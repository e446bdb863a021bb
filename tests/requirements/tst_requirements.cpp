// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Root = QStringLiteral(CAPSTAN_SOURCE_DIR "/");
const QString Row = u"S[1-4]-[0-9]{2}"_s;

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The rows that a text names. A range names none: nobody can tell which of its rows are shown.
QSet<QString> rowsNamedIn(QString text)
{
    static const QRegularExpression range(Row + uR"(\s*(?:to|-|–|…|\.{2,3})\s*)"_s + Row);
    static const QRegularExpression one(uR"(\b)"_s + Row + uR"(\b)"_s);
    text.remove(range);
    QSet<QString> rows;
    for (const QRegularExpressionMatch &match : one.globalMatch(text)) {
        rows.insert(match.captured());
    }
    return rows;
}

QSet<QString> rowsNamedByTests()
{
    QSet<QString> rows;
    QDirIterator files(
        Root + u"tests"_s, {u"*.cpp"_s, u"*.mjs"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith(u"tst_requirements.cpp"_s)) {
            rows |= rowsNamedIn(textOf(path));
        }
    }
    return rows;
}

} // namespace

/// Every requirement on providers, routing, limits and keys is named by the test that shows it.
class TstRequirements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoRangeForAName()
    {
        QCOMPARE(rowsNamedIn(u"// S2-01, S2-03 ... S2-05, S2-07"_s),
                 (QSet<QString>{u"S2-01"_s, u"S2-07"_s}));
        QCOMPARE(rowsNamedIn(u"S1-35 to S1-37 and S1-40"_s), QSet<QString>{u"S1-40"_s});
    }

    void everyRowIsNamedByATest_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("S1") << 35 << 45;
        QTest::newRow("S2") << 1 << 46;
        QTest::newRow("S3") << 6 << 6;
        QTest::newRow("S3") << 30 << 31;
        QTest::newRow("S4") << 1 << 30;
    }
    void everyRowIsNamedByATest()
    {
        QFETCH(const int, first);
        QFETCH(const int, last);
        const QSet<QString> named = rowsNamedByTests();
        QStringList missing;
        for (int number = first; number <= last; ++number) {
            const QString row = u"%1-%2"_s.arg(QLatin1String(QTest::currentDataTag()))
                                    .arg(number, 2, 10, QLatin1Char('0'));
            if (!named.contains(row)) {
                missing << row;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"named by no test: "_s + missing.join(u", "_s)));
    }

    /// What is named stands in the requirements, where these are beside the project.
    void namesNoRowThatIsNotThere()
    {
        const QString list = textOf(Root + u"../shared/design/requirements.md"_s);
        if (list.isEmpty()) {
            QSKIP("The list of requirements is not beside the project.");
        }
        static const QRegularExpression head(u"^\\| ("_s + Row + u") \\|"_s,
                                             QRegularExpression::MultilineOption);
        QSet<QString> known;
        for (const QRegularExpressionMatch &match : head.globalMatch(list)) {
            known.insert(match.captured(1));
        }
        const QStringList unknown = (rowsNamedByTests() - known).values();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u", "_s)));
    }
};

QTEST_GUILESS_MAIN(TstRequirements)
#include "tst_requirements.moc"
