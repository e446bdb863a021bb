// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/adminwishes.h"
#include "core/keys/keyfacts.h"

#include <QDateTime>
#include <QJsonArray>

#include <array>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array LimitOptions{"requests-per-minute"_L1,
                                  "requests-per-hour"_L1,
                                  "tokens-per-minute"_L1,
                                  "tokens-per-hour"_L1,
                                  "parallel"_L1};

/// "30d" from now, or a time with a zone as the API reads it.
QString expiry(const QString &text)
{
    bool isNumber = false;
    const int days = text.chopped(1).toInt(&isNumber);
    if (!text.endsWith(u'd') || !isNumber) {
        return text;
    }
    return QDateTime::currentDateTimeUtc().addDays(days).toString(Qt::ISODate);
}

} // namespace

core::Result<AdminWish> createKey(const QCommandLineParser &parser, const QStringList & /*words*/)
{
    QJsonObject json;
    for (const QString &name : {u"name"_s, u"tenant"_s, u"agent"_s}) {
        if (parser.isSet(name)) {
            json.insert(name, parser.value(name));
        }
    }
    if (parser.isSet(u"model"_s)) {
        json.insert(u"models"_s, QJsonArray::fromStringList(parser.values(u"model"_s)));
    }
    if (parser.isSet(u"expires"_s)) {
        json.insert(u"expires_at"_s, expiry(parser.value(u"expires"_s)));
    }
    QJsonObject limits;
    for (const QLatin1StringView option : LimitOptions) {
        if (parser.isSet(option)) {
            limits.insert(QString(option).replace(u'-', u'_'), parser.value(option).toLongLong());
        }
    }
    json.insert(u"limits"_s, limits);
    if (const auto facts = core::KeyFacts().changedBy(json); !facts.ok()) {
        return facts.error();
    }
    return AdminWish{"POST", "/api/admin/keys", compact(json), AdminWish::Show::Key, false, {}};
}

core::Result<AdminWish> listKeys(const QCommandLineParser & /*parser*/,
                                 const QStringList & /*words*/)
{
    return AdminWish{"GET", "/api/admin/keys", {}, AdminWish::Show::Keys, false, {}};
}

core::Result<AdminWish> revokeKey(const QCommandLineParser & /*parser*/, const QStringList &words)
{
    return AdminWish{"DELETE",
                     withId("/api/admin/keys", words.at(0)),
                     {},
                     AdminWish::Show::Nothing,
                     false,
                     u"The key %1 is revoked."_s.arg(words.at(0))};
}

} // namespace app
