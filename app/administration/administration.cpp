// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/administration/administration.h"

#include "app/administration/addressfile.h"
#include "app/administration/adminanswer.h"
#include "app/commandline/startup.h"
#include "app/service/settingsfrom.h"
#include "proxy/proxyservice.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>

namespace app {
using namespace Qt::StringLiterals;

namespace {

/// A Capstan on this machine answers within milliseconds; one that is stopped at a breakpoint not.
constexpr int PatienceMs = 10'000;

struct HttpAnswer
{
    int status = 0; ///< 0: none came
    QByteArray body;
    QString trouble;
};

/// The certificate may be one that nobody but its owner trusts: it must be the very one that the
/// configuration names, or nothing is sent.
void expectCertificate(const QString &file, QNetworkReply *reply)
{
    const QSslCertificate own = QSslCertificate::fromPath(file).value(0);
    QObject::connect(reply, &QNetworkReply::encrypted, reply, [reply, own] {
        if (own.isNull() || reply->sslConfiguration().peerCertificate() != own) {
            reply->abort();
        }
    });
}

HttpAnswer ask(const QString &url, const AdminWish &wish, const core::Configuration &configuration)
{
    const core::Secret &token = configuration.adminToken;
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(url + QString::fromUtf8(wish.path)));
    request.setTransferTimeout(PatienceMs);
    if (token.isSet()) {
        request.setRawHeader("Authorization", "Bearer " + token.expose());
    }
    if (!wish.body.isEmpty()) {
        request.setRawHeader("Content-Type", "application/json");
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // expectCertificate() verifies
    request.setSslConfiguration(tls);
    const std::unique_ptr<QNetworkReply> reply(
        manager.sendCustomRequest(request, wish.method, wish.body));
    expectCertificate(configuration.server.tls.certificate, reply.get());
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return {status, reply->readAll(), reply->errorString()};
}

/// A proxy for the length of one command.
core::Result<std::unique_ptr<proxy::ProxyService>> visit(proxy::Settings settings,
                                                         const core::Clock &clock)
{
    settings.address = QHostAddress(QHostAddress::LocalHost);
    settings.port = 0;
    settings.workers = 1;
    settings.onlyAdministers = true;
    settings.requireKeys = true;
    settings.tlsCertificate.clear();
    auto service = std::make_unique<proxy::ProxyService>(std::move(settings), clock);
    if (const auto port = service->start(); !port.ok()) {
        return port.error();
    }
    return service;
}

core::Result<HttpAnswer> fulfil(const AdminWish &wish, const core::Configuration &configuration)
{
    if (const auto url = AddressFile::ofRunning(ledgerFile(configuration))) {
        return ask(*url, wish, configuration);
    }
    auto settings = settingsFrom(configuration);
    if (!settings.ok()) {
        return settings.error();
    }
    const core::SystemClock clock;
    auto service = visit(*std::move(settings), clock);
    if (!service.ok()) {
        return service.error();
    }
    return ask((*service)->url(), wish, configuration);
}

} // namespace

int administer(const CommandLine &line,
               const QProcessEnvironment &environment,
               QTextStream &out,
               QTextStream &err)
{
    const auto configuration = configurationFor(line, environment);
    if (!configuration.ok()) {
        err << printable(configuration.error());
        return UsageExitCode;
    }
    const auto answer = fulfil(line.admin, *configuration);
    if (!answer.ok()) {
        err << printable(answer.error());
        return 1;
    }
    if (answer->status == 0) {
        err << printable({core::ErrorCode::Unavailable,
                          u"Capstan does not answer: %1."_s.arg(answer->trouble),
                          u"See whether it still runs."_s});
        return 1;
    }
    return showAnswer(line.admin, answer->status, answer->body, {out, err});
}

} // namespace app
