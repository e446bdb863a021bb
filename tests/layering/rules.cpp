// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace rules {

using namespace Qt::StringLiterals;

namespace {

const QStringList Layers{u"core"_s, u"proxy"_s, u"app"_s, u"qml"_s};
/// Longer than LongestFile because they are one table; none so far.
const QStringList Tables;

QString layerOf(const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    return Layers.contains(top) ? top : QString();
}

/// "QtCore" for QString and QtCore/QString; empty for what is not Qt's.
QString qtModuleOf(const QString &include)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules =
        headers.entryList({u"Qt*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    const QString prefix = include.section(u'/', 0, 0);
    if (modules.contains(prefix)) {
        return prefix;
    }
    static QHash<QString, QString> known;
    if (!known.contains(include)) {
        QString found;
        for (const QString &module : modules) {
            if (found.isEmpty() && headers.exists(module + u'/' + include)) {
                found = module;
            }
        }
        known.insert(include, found);
    }
    return known.value(include);
}

bool mayUseOther(const QString &layer, const QString &include)
{
    if (layer != "core"_L1) {
        return true;
    }
    // The standard library, yaml-cpp, SQLite, and what POSIX says about files; no sockets.
    static const QStringList files{
        u"fcntl.h"_s, u"sqlite3.h"_s, u"sys/file.h"_s, u"sys/stat.h"_s, u"unistd.h"_s};
    const bool standard = !include.contains(u'.') && !include.contains(u'/');
    return standard || include.startsWith("yaml-cpp/"_L1) || files.contains(include);
}

bool mayUseQt(const QString &layer, const QString &module)
{
    static const QStringList core{u"QtCore"_s, u"QtSql"_s};
    static const QStringList proxy = core + QStringList{u"QtNetwork"_s, u"QtHttpServer"_s};
    return (layer != "core"_L1 || core.contains(module)) &&
           (layer != "proxy"_L1 || proxy.contains(module));
}

bool mayUseOurs(const QString &layer, const QString &include)
{
    const qsizetype used = Layers.indexOf(include.section(u'/', 0, 0));
    return used <= Layers.indexOf(layer);
}

bool isAllowed(const QString &layer, const QString &include, bool angled)
{
    if (!angled) {
        return mayUseOurs(layer, include);
    }
    const QString module = qtModuleOf(include);
    return module.isEmpty() ? mayUseOther(layer, include) : mayUseQt(layer, module);
}

} // namespace

QStringList includes(const QString &path, const QString &text)
{
    static const QRegularExpression line(uR"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"_s,
                                         QRegularExpression::MultilineOption);
    QStringList found;
    const QString layer = layerOf(path);
    if (layer.isEmpty()) {
        return found;
    }
    for (const QRegularExpressionMatch &match : line.globalMatch(text)) {
        if (!isAllowed(layer, match.captured(2), match.captured(1) == u'<')) {
            found += u"%1: %2/ must not include %3"_s.arg(path, layer, match.captured(2));
        }
    }
    return found;
}

QStringList qmlImports(const QString &path, const QString &text)
{
    static const QRegularExpression line(uR"(^\s*import\s+(\S+))"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression allowed(uR"(^(QtQuick|QtQml|QtCharts|Capstan)(\.\w+)*$)"_s);
    QStringList found;
    if (!path.endsWith(".qml"_L1) || layerOf(path).isEmpty()) {
        return found;
    }
    for (const QRegularExpressionMatch &match : line.globalMatch(text)) {
        if (!allowed.match(match.captured(1)).hasMatch()) {
            found += u"%1: QML must not import %2"_s.arg(path, match.captured(1));
        }
    }
    return found;
}

QStringList ownedNames(const QString &path, const QString &text)
{
    QStringList found;
    const bool source = path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1);
    if (!source || layerOf(path).isEmpty()) {
        return found;
    }
    if (text.contains(".qml\""_L1) && path != "app/desktop.cpp"_L1) {
        found += u"%1: only app/desktop.cpp names a QML file"_s.arg(path);
    }
    if (text.contains("QT_VERSION"_L1) && !path.startsWith("proxy/server/httpcompat."_L1)) {
        found += u"%1: only proxy/server/httpcompat asks for Qt's version"_s.arg(path);
    }
    return found;
}

QStringList licence(const QString &path, const QString &text)
{
    // A script's first line is for the shell.
    const QString head = text.section(u'\n', 0, 3);
    if (head.contains("SPDX-FileCopyrightText: "_L1) &&
        head.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1)) {
        return {};
    }
    return {u"%1: the two SPDX lines are missing"_s.arg(path)};
}

QStringList length(const QString &path, const QString &text)
{
    const qsizetype lines = text.count(u'\n');
    if (layerOf(path).isEmpty() || Tables.contains(path) || lines <= LongestFile) {
        return {};
    }
    return {u"%1: has %2 lines; split it, %3 are the most"_s.arg(path).arg(lines).arg(LongestFile)};
}

} // namespace rules
