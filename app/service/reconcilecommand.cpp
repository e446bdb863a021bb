// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/reconcilecommand.h"

#include "app/commandline/startup.h"
#include "core/reconciliation/reconciliation.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <memory>

namespace app {
using namespace Qt::StringLiterals;

namespace {
/// A ledger of some million calls is added up by then.
constexpr int PatienceMs = 300'000;
constexpr int NameWidth = 10;

QUrl addressOf(const core::ServerSettings &server)
{
    const QHostAddress listening(QString::fromLatin1(server.listen));
    const bool isAny = listening == QHostAddress(QHostAddress::AnyIPv4) ||
                       listening == QHostAddress(QHostAddress::AnyIPv6);
    QUrl url(u"http://127.0.0.1/api/admin/reconcile"_s);
    if (!isAny) {
        url.setHost(listening.toString());
    }
    url.setPort(server.port);
    return url;
}

void printDestination(const QJsonObject &told, QTextStream &out)
{
    const auto dollars = [&told](const QString &part) {
        const qint64 nanos = told[part + "_nano_usd"_L1].toInteger();
        return u'$' + QString::fromUtf8(core::Money::fromNanos(nanos).toDecimal());
    };
    out << told["destination"_L1].toString().leftJustified(NameWidth) << " acknowledged "
        << dollars(u"acknowledged"_s) << " in " << told["acknowledged_calls"_L1].toInteger()
        << " calls; before it was added " << dollars(u"before"_s);
    for (const QString &part : {u"waiting"_s, u"rejected"_s, u"dropped"_s}) {
        if (told[part + "_calls"_L1].toInteger() != 0) {
            out << "; " << part << ' ' << dollars(part);
        }
    }
    out << '\n';
}

int print(const QJsonObject &result, QTextStream &out)
{
    for (const QJsonValue value : result["places"_L1].toArray()) {
        const core::Money cost = core::Money::fromNanos(value["cost_nano_usd"_L1].toInteger());
        out << value["place"_L1].toString().leftJustified(NameWidth) << " $"
            << QString::fromUtf8(cost.toDecimal()) << " in " << value["calls"_L1].toInteger()
            << " calls\n";
    }
    for (const QJsonValue value : result["destinations"_L1].toArray()) {
        printDestination(value.toObject(), out);
    }
    const QJsonArray differences = result["differences"_L1].toArray();
    for (const QJsonValue sentence : differences) {
        out << sentence.toString() << '\n';
    }
    const bool agrees = result["agrees"_L1].toBool();
    out << (agrees ? "All agree, to the nano-dollar.\n" : "They differ.\n");
    return agrees ? 0 : 1;
}

/// The ledger alone: nobody has totals in memory.
core::Result<core::Reconciliation> compareLedger(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        return core::Error{core::ErrorCode::NotFound,
                           u"No Capstan answers, and there is no ledger at %1."_s.arg(file),
                           u"Start Capstan, or name its folder with --data-dir."_s};
    }
    auto ledger = core::Ledger::open(file, core::Durability::Process);
    if (!ledger.ok()) {
        return ledger.error();
    }
    core::Reconciliation result;
    const core::Outcome added = core::addLedger(result, **ledger);
    return added.ok() ? core::Result<core::Reconciliation>(std::move(result)) : added.error();
}

int reportRefusal(const QNetworkReply &reply, const QByteArray &body, QTextStream &err)
{
    const QString message =
        QJsonDocument::fromJson(body)["error"_L1]["message"_L1].toString(reply.errorString());
    err << "capstan: " << message << " Set CAPSTAN_ADMIN_TOKEN if one is needed.\n";
    return 1;
}
} // namespace

int runReconcile(const core::Configuration &configuration,
                 const core::Secret &adminToken,
                 QTextStream &out,
                 QTextStream &err)
{
    QNetworkAccessManager network;
    QNetworkRequest request(addressOf(configuration.server));
    request.setTransferTimeout(PatienceMs);
    if (adminToken.isSet()) {
        request.setRawHeader("Authorization", "Bearer " + adminToken.expose());
    }
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray body = reply->readAll();
    if (reply->error() == QNetworkReply::NoError) {
        return print(QJsonDocument::fromJson(body).object(), out);
    }
    if (reply->error() != QNetworkReply::ConnectionRefusedError) {
        return reportRefusal(*reply, body, err);
    }
    const auto alone = compareLedger(ledgerFile(configuration));
    if (!alone.ok()) {
        err << printable(alone.error());
        return 1;
    }
    out << "No Capstan answers at " << request.url().authority() << "; the ledger alone:\n";
    return print(QJsonDocument::fromJson(alone->toJson()).object(), out);
}

} // namespace app
