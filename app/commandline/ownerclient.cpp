// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/ownerclient.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <curl/curl.h>
#include <memory>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// A large list of prices is imported within a second; beyond this nobody is there.
constexpr long Seconds = 60;

std::size_t collect(const char *bytes, std::size_t size, std::size_t count, void *target)
{
    static_cast<QByteArray *>(target)->append(bytes, static_cast<qsizetype>(size) * static_cast<qsizetype>(count));
    return size * count;
}

QByteArray urlOf(const core::Configuration &configuration, const QByteArray &path)
{
    const core::ServerSettings &server = configuration.server;
    QHostAddress address(QString::fromLatin1(server.listen));
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress::Any) {
        address = QHostAddress::LocalHost;
    }
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? u"[%1]"_s.arg(address.toString())
                             : address.toString();
    return u"http://%1:%2"_s.arg(host).arg(server.port).toLatin1() + path;
}

core::Error nobody(const QByteArray &url, const char *why)
{
    return {core::ErrorCode::Unavailable,
            u"The ledger is in use, but its Capstan does not answer at %1: %2."_s.arg(
                QString::fromUtf8(url), QString::fromUtf8(why)),
            u"Name its port with --port."_s};
}

core::Error refused(const QByteArray &body)
{
    const QJsonObject error = QJsonDocument::fromJson(body).object().value("error"_L1).toObject();
    return {core::ErrorCode::InvalidInput,
            error.value("message"_L1).toString(u"Capstan refused it."_s),
            QString()};
}

} // namespace

core::Result<QByteArray> askOwner(const core::Configuration &configuration,
                                  const QByteArray &method,
                                  const QByteArray &path,
                                  const QByteArray &body)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                   &curl_easy_cleanup);
    const QByteArray url = urlOf(configuration, path);
    curl_slist *list = curl_slist_append(nullptr, "Content-Type: application/json");
    if (configuration.adminToken.isSet()) {
        const QByteArray line = "Authorization: Bearer " + configuration.adminToken.expose();
        list = curl_slist_append(list, line.constData());
    }
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list,
                                                                              &curl_slist_free_all);
    QByteArray answer;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*"); // it is ours, on this machine
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, Seconds);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    if (!body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(
            curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    }
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        return nobody(url, curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return status / 100 == 2 ? core::Result<QByteArray>(answer) : refused(answer);
}

} // namespace app
