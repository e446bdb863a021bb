// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwishes.h"

#include <QDateTime>
#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// "2h", "90m", "3d" from now, or a time with a zone as the API reads it; "unmuted" has no end.
QString endOf(const QString &text)
{
    bool isNumber = false;
    const int count = text.chopped(1).toInt(&isNumber);
    const qint64 seconds = text.endsWith(u'm')   ? 60
                           : text.endsWith(u'h') ? 3'600
                           : text.endsWith(u'd') ? 86'400
                                                 : 0;
    if (seconds == 0 || !isNumber) {
        return text;
    }
    return QDateTime::currentDateTimeUtc().addSecs(count * seconds).toString(Qt::ISODate);
}

QByteArray budgetQuery(const QCommandLineParser &parser)
{
    const QByteArray id = parser.value(u"budget"_s).toUtf8();
    return id.isEmpty() ? QByteArray() : "?budget=" + id.toPercentEncoding();
}

AdminWish wish(const QByteArray &method, const QByteArray &path)
{
    return {method, path, {}, AdminWish::Show::Nothing, false, {}};
}

} // namespace

core::Result<AdminWish> listAlerts(const QCommandLineParser &parser, const QStringList & /*words*/)
{
    QByteArrayList query;
    for (const QString &name : {u"budget"_s, u"label"_s, u"before"_s, u"limit"_s}) {
        if (parser.isSet(name)) {
            query += name.toLatin1() + '=' + parser.value(name).toUtf8().toPercentEncoding();
        }
    }
    for (const QString &name : {u"open"_s, u"hard"_s}) {
        if (parser.isSet(name)) {
            query += name.toLatin1() + "=true";
        }
    }
    AdminWish list =
        wish("GET", "/api/admin/alerts" + (query.isEmpty() ? QByteArray() : '?' + query.join('&')));
    list.show = AdminWish::Show::Alerts;
    return list;
}

core::Result<AdminWish> acknowledgeAlert(const QCommandLineParser & /*parser*/,
                                         const QStringList &words)
{
    AdminWish acknowledge = wish("POST", "/api/admin/alerts/acknowledge");
    const QString &which = words.at(0);
    bool isNumber = false;
    const qint64 id = which.toLongLong(&isNumber);
    if (which != "all"_L1 && (!isNumber || id < 1)) {
        return wrongWords(u"%1 is no alert's number; capstan alert list shows them."_s.arg(which));
    }
    acknowledge.body = which == "all"_L1 ? compact(QJsonObject{{u"all"_s, true}})
                                         : compact(QJsonObject{{u"ids"_s, QJsonArray{id}}});
    acknowledge.done = which == "all"_L1 ? u"Every alert is acknowledged."_s
                                         : u"Alert %1 is acknowledged."_s.arg(id);
    return acknowledge;
}

core::Result<AdminWish> muteAlerts(const QCommandLineParser &parser, const QStringList &words)
{
    AdminWish mute = wish("POST", "/api/admin/alerts/mute");
    QJsonObject json;
    const QString until = endOf(words.at(0));
    if (until != "unmuted"_L1) {
        json.insert(u"until"_s, until);
    }
    if (parser.isSet(u"budget"_s)) {
        json.insert(u"budget"_s, parser.value(u"budget"_s));
    }
    mute.body = compact(json);
    mute.done = u"Nobody is told of crossings until %1; they are kept all the same."_s.arg(until);
    return mute;
}

core::Result<AdminWish> unmuteAlerts(const QCommandLineParser &parser,
                                     const QStringList & /*words*/)
{
    AdminWish unmute = wish("DELETE", "/api/admin/alerts/mute" + budgetQuery(parser));
    unmute.done = u"Crossings are told again."_s;
    return unmute;
}

core::Result<AdminWish> testAlerts(const QCommandLineParser & /*parser*/,
                                   const QStringList & /*words*/)
{
    AdminWish test = wish("POST", "/api/admin/alerts/test");
    test.body = "{}";
    test.done = u"The webhook took a test message."_s;
    return test;
}

} // namespace app
