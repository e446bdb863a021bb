// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/administration/adminanswer.h"

#include "core/base/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace app {
using namespace Qt::StringLiterals;

namespace {

using Row = QStringList;

/// Columns as wide as their longest text, two blanks between them.
void printTable(const std::vector<Row> &rows, QTextStream &out)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.front().size()), 0);
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], row.at(static_cast<qsizetype>(i)).size());
        }
    }
    for (const Row &row : rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            line += row.at(static_cast<qsizetype>(i)).leftJustified(widths[i] + 2);
        }
        out << line.trimmed() << '\n';
    }
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

/// "2026-11-21 14:32" in UTC.
QString minuteOf(const QJsonValue &time)
{
    return orDash(time.toString().left(16).replace(u'T', u' '));
}

QString limitsText(const QJsonObject &limits)
{
    QStringList texts;
    for (auto it = limits.begin(); it != limits.end(); ++it) {
        texts << it.key() + u'=' + QString::number(it.value().toInteger());
    }
    return orDash(texts.join(u' '));
}

void printKeys(const QJsonArray &keys, QTextStream &out)
{
    std::vector<Row> rows{{u"ID"_s,
                           u"NAME"_s,
                           u"KEY"_s,
                           u"TENANT"_s,
                           u"AGENT"_s,
                           u"MODELS"_s,
                           u"LIMITS"_s,
                           u"STATE"_s,
                           u"EXPIRES"_s,
                           u"LAST USED"_s}};
    for (const QJsonValue key : keys) {
        const QStringList models = key["models"_L1].toVariant().toStringList();
        rows.push_back({key["id"_L1].toString(),
                        orDash(key["name"_L1].toString()),
                        u"…"_s + key["hint"_L1].toString(),
                        key["tenant"_L1].toString(),
                        orDash(key["agent"_L1].toString()),
                        models.isEmpty() ? u"all"_s : models.join(u','),
                        limitsText(key["limits"_L1].toObject()),
                        key["state"_L1].toString(),
                        minuteOf(key["expires_at"_L1]),
                        minuteOf(key["last_used_at"_L1])});
    }
    printTable(rows, out);
}

QString limitOf(const QJsonObject &budget)
{
    const QString unit = budget.value("unit"_L1).toString();
    if (unit == "usd"_L1) {
        const auto money = core::Money::fromNanos(budget.value("limit_nano_usd"_L1).toInteger());
        return u'$' + QString::fromLatin1(money.toDecimal());
    }
    return QString::number(budget.value(u"limit_"_s + unit).toInteger()) + u' ' + unit;
}

/// "+20 until 2026-11-21 18:00" while it lasts.
QString raiseOf(const QJsonObject &budget)
{
    const QDateTime until =
        QDateTime::fromString(budget.value("raise_until"_L1).toString(), Qt::ISODateWithMs);
    if (!until.isValid() || until <= QDateTime::currentDateTimeUtc()) {
        return u"–"_s;
    }
    const QString unit = budget.value("unit"_L1).toString();
    const qint64 by =
        budget.value(unit == "usd"_L1 ? u"raise_nano_usd"_s : u"raise_"_s + unit).toInteger();
    const QString amount = unit == "usd"_L1
                               ? u'$' + QString::fromLatin1(core::Money::fromNanos(by).toDecimal())
                               : QString::number(by);
    return u"+%1 until %2"_s.arg(amount, minuteOf(budget.value("raise_until"_L1)));
}

void printBudgets(const QJsonArray &budgets, QTextStream &out)
{
    std::vector<Row> rows{
        {u"ID"_s, u"FOR"_s, u"WINDOW"_s, u"LIMIT"_s, u"RAISED"_s, u"MODE"_s, u"NAME"_s}};
    for (const QJsonValue budget : budgets) {
        const QString selector = budget["selector"_L1].toString();
        rows.push_back({budget["id"_L1].toString(),
                        selector.isEmpty() ? u"all"_s : selector,
                        budget["window"_L1].toString(),
                        limitOf(budget.toObject()),
                        raiseOf(budget.toObject()),
                        budget["mode"_L1].toString(),
                        orDash(budget["name"_L1].toString())});
    }
    printTable(rows, out);
}

void printAlerts(const QJsonObject &json, QTextStream &out)
{
    std::vector<Row> rows{{u"ID"_s, u"AT (UTC)"_s, u"SEEN"_s, u"WHAT"_s}};
    const QJsonArray alerts = json["alerts"_L1].toArray();
    for (const QJsonValue alert : alerts) {
        rows.push_back({QString::number(alert["id"_L1].toInteger()),
                        minuteOf(alert["at"_L1]),
                        alert["acknowledged"_L1].toBool() ? u"yes"_s : u"no"_s,
                        alert["sentence"_L1].toString()});
    }
    printTable(rows, out);
    if (json["next"_L1].isDouble()) {
        out << u"More: --before %1"_s.arg(json["next"_L1].toInteger()) << '\n';
    }
    const QJsonArray muted = json["muted"_L1].toArray();
    for (const QJsonValue mute : muted) {
        const QString until = mute["until"_L1].toString();
        out << u"Muted: %1 %2"_s.arg(mute["budget"_L1].toString(u"every budget"_s),
                                     until.isEmpty() ? u"until unmuted"_s
                                                     : u"until "_s + minuteOf(mute["until"_L1]))
            << '\n';
    }
}

} // namespace

int showAnswer(const AdminWish &wish, int status, const QByteArray &body, OutputStreams to)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (status >= 300) {
        to.err << "capstan: " << json["error"_L1]["message"_L1].toString() << '\n';
        return 1;
    }
    if (wish.asJson) {
        to.out << body << '\n';
        return 0;
    }
    switch (wish.show) {
    case AdminWish::Show::Nothing:
        to.out << wish.done << '\n';
        break;
    case AdminWish::Show::Key:
        to.out << json["key"_L1].toString() << '\n';
        to.err << u"The key %1, for tenant %2. It is shown this once."_s.arg(
                      json["id"_L1].toString(), json["tenant"_L1].toString())
               << '\n';
        break;
    case AdminWish::Show::Keys:
        printKeys(json["keys"_L1].toArray(), to.out);
        break;
    case AdminWish::Show::Budgets:
        printBudgets(json["budgets"_L1].toArray(), to.out);
        break;
    case AdminWish::Show::Alerts:
        printAlerts(json, to.out);
        break;
    }
    return 0;
}

} // namespace app
