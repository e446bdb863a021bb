// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// QML shows finished texts, numbers and colours: it adds up no money, rounds and parses none, and
// is given typed objects only.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    const char *says;
    QRegularExpression breach;
};

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all{
        // What incubateObject() answers has none.
        {"no var where a type exists", QRegularExpression(u"\\bvar\\b(?! incubator\\b)"_s)},
        {"no figure is parsed", QRegularExpression(u"\\b(parseFloat|parseInt|Number)\\s*\\("_s)},
        {"no figure is written", QRegularExpression(u"\\b(toFixed|toPrecision|toLocale\\w*)\\b"_s)},
        // Widths of columns are, with the spacing between them.
        {"no figure is added up", QRegularExpression(u"\\breduce\\s*\\(|\\+=(?!.*spacing)"_s)},
        // Pixels may be.
        {"no figure is rounded",
         QRegularExpression(u"Math\\.round\\((?!plot\\.width|parent\\.width)|Math\\.trunc"_s)}};
    return all;
}

/// "path:line: rule" of each breach; comments may say what they like.
QStringList breachesIn(const QString &path, const QString &text)
{
    static const QRegularExpression comment(u"//.*$"_s);
    QStringList breaches;
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        line.remove(comment);
        for (const Rule &rule : rules()) {
            if (rule.breach.match(line).hasMatch()) {
                breaches +=
                    u"%1:%2: %3"_s.arg(path).arg(number).arg(QString::fromLatin1(rule.says));
            }
        }
    }
    return breaches;
}

int indentOf(const QString &line)
{
    return static_cast<int>(line.size() - QStringView(line).trimmed().size());
}

/// "path:line: …" of each Repeater that is a layout's child (qml/components/Lines.qml says why
/// not); what a literal list names is never taken away.
QStringList repeatersInLayouts(const QString &path, const QString &text)
{
    static const QRegularExpression layout(u"(Layout|SettingsSection|FirstRunStep) \\{$"_s);
    static const QRegularExpression literal(u"model: (ListModel \\{|keys$|\\[)"_s,
                                            QRegularExpression::MultilineOption);
    const QStringList lines = text.split(u'\n');
    QStringList breaches;
    for (int at = 0; at < lines.size(); ++at) {
        if (lines[at].trimmed() != "Repeater {"_L1) {
            continue;
        }
        int parent = at - 1;
        while (parent > 0 &&
               (lines[parent].isEmpty() || indentOf(lines[parent]) >= indentOf(lines[at]))) {
            --parent;
        }
        if (parent >= 0 && layout.match(lines[parent]).hasMatch() &&
            !literal.match(lines.mid(at, 4).join(u'\n')).hasMatch()) {
            breaches += u"%1:%2: a Repeater in a layout; take Lines"_s.arg(path).arg(at + 1);
        }
    }
    return breaches;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class QmlRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatBreaksARule_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("var") << u"property var row"_s;
        QTest::newRow("sum") << u"total += row.cost"_s;
        QTest::newRow("rounding") << u"text: Math.round(root.share * 100) + \"%\""_s;
        QTest::newRow("decimals") << u"text: \"$\" + cost.toFixed(2)"_s;
        QTest::newRow("parsing") << u"cap = Number(field.text)"_s;
    }
    void namesWhatBreaksARule()
    {
        QFETCH(const QString, line);
        QCOMPARE(breachesIn(u"a.qml"_s, u"\n"_s + line).size(), 1);
        QVERIFY(breachesIn(u"a.qml"_s, u"// "_s + line).isEmpty());
    }

    void namesARepeaterInALayout()
    {
        const QString lines =
            u"ColumnLayout {\n    spacing: 1\n\n    Repeater {\n        model: root.rows\n"_s;
        QCOMPARE(repeatersInLayouts(u"a.qml"_s, lines).size(), 1);
        QString column = lines;
        QVERIFY(repeatersInLayouts(u"a.qml"_s, column.replace(u"ColumnLayout"_s, u"Column"_s))
                    .isEmpty());
        QString literal = lines;
        QVERIFY(
            repeatersInLayouts(u"a.qml"_s, literal.replace(u"root.rows"_s, u"[1, 2]"_s)).isEmpty());
    }

    void qmlKeepsToItsRules()
    {
        QDirIterator files(QStringLiteral(CAPSTAN_SOURCE_DIR "/qml"),
                           {u"*.qml"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        int seen = 0;
        QStringList breaches;
        while (files.hasNext()) {
            const QString path = files.next();
            const QString text = textOf(path);
            breaches += breachesIn(path, text) + repeatersInLayouts(path, text);
            ++seen;
        }
        QVERIFY(seen > 100);
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void nobodySetsContextProperties()
    {
        QDirIterator files(QStringLiteral(CAPSTAN_SOURCE_DIR "/app"),
                           {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QVERIFY2(!textOf(path).contains("setContextProperty"_L1), qPrintable(path));
        }
    }
};

QTEST_APPLESS_MAIN(QmlRulesTest)
#include "tst_qmlrules.moc"
