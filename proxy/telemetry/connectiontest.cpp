// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/connectiontest.h"

#include "proxy/telemetry/echo.h"
#include "proxy/telemetry/langfuseexporter.h"
#include "proxy/telemetry/otlpexporter.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// A person waits for it.
constexpr std::chrono::seconds Patience{10};

QString inBrackets(const QString &words)
{
    return words.isEmpty() ? QString() : u" ("_s + words + u')';
}

/// What a refused project key most often means, by what the server says (telemetry's own texts).
QString langfuseAdvice(const FetchResult &result, const QByteArray &url)
{
    const QString words = wordsOf(result.body);
    if (result.status == 429 || result.status >= 500) {
        return u"The keys could not be looked up now. Try again in a minute; what is queued is "
               "kept."_s;
    }
    if (words.contains("suspended"_L1)) {
        return u"Its owner has to look at the plan there: what is queued is kept."_s;
    }
    if (words.contains("organization key"_L1) || result.status == 403) {
        return u"This is an organisation's key, or one without the right to write. Make an API key "
               "in the project's own settings."_s;
    }
    if (words.contains("correct host"_L1) || url.contains("langfuse.com")) {
        return u"The keys are not known there. Langfuse's regions are apart: the EU is "
               "https://cloud.langfuse.com, the US https://us.cloud.langfuse.com, Japan "
               "https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com. Give the "
               "one where the project was made."_s;
    }
    return u"The keys are not known there. Copy both again from the project's settings."_s;
}

} // namespace

ConnectionTest::ConnectionTest(const ExportSite &site,
                               const core::Destination &destination,
                               Callback callback)
    : m_site(site)
    , m_destination(destination)
    , m_callback(std::move(callback))
{
    start();
}

void ConnectionTest::start()
{
    switch (m_destination.type) {
    case core::DestinationType::Langfuse:
        startLangfuse();
        return;
    case core::DestinationType::Helicone:
        startHelicone();
        return;
    case core::DestinationType::Postgres:
        startPostgres();
        return;
    case core::DestinationType::Otlp:
    case core::DestinationType::Jsonl:
        startOtlp();
        return;
    }
}

core::Secret ConnectionTest::secret(const core::SecretName &name) const
{
    return name.isNamed() && m_site.secrets ? m_site.secrets(name) : name.value;
}

void ConnectionTest::send(UpstreamRequest request, Fetch::Callback then)
{
    request.headers.emplace_back("user-agent", "capstan/" + m_site.version);
    request.connectTimeout = Patience;
    request.silenceTimeout = Patience;
    m_former = std::move(m_fetch);
    auto hidden = withoutEcho(request, std::move(then));
    m_fetch = std::make_unique<Fetch>(m_site.client, std::move(request), std::move(hidden));
}

void ConnectionTest::get(const QByteArray &path, Fetch::Callback then)
{
    UpstreamRequest request;
    request.method = "GET";
    request.url = m_destination.url + path;
    if (m_destination.type == core::DestinationType::Langfuse) {
        request.headers.emplace_back(
            "authorization",
            langfuse::authorization(secret(m_destination.publicKey), secret(m_destination.key)));
    }
    send(std::move(request), std::move(then));
}

bool ConnectionTest::failed(const FetchResult &result)
{
    if (result.error) {
        finish(false,
               u"%1 does not answer (%2)."_s.arg(QString::fromUtf8(m_destination.url),
                                                 result.error->message),
               u"Check the address and the network; what is queued is kept."_s);
    }
    return result.error.has_value();
}

void ConnectionTest::finish(bool works, const QString &reached, const QString &advice)
{
    std::exchange(m_callback, nullptr)({works, reached, advice});
}

void ConnectionTest::startLangfuse()
{
    get("/api/public/health", [this](const FetchResult &result) { readHealth(result); });
}

void ConnectionTest::readHealth(const FetchResult &result)
{
    if (failed(result)) {
        return;
    }
    m_version = QJsonDocument::fromJson(result.body).object()["version"_L1].toString();
    if (m_version.isEmpty()) {
        finish(false,
               u"%1 answers, but not as Langfuse does (%2)."_s
                   .arg(QString::fromUtf8(m_destination.url))
                   .arg(result.status),
               u"Give the server's own address, without a path of its API."_s);
        return;
    }
    const QString fault =
        langfuse::faultOf(secret(m_destination.publicKey), secret(m_destination.key));
    if (!fault.isEmpty()) {
        finish(false, u"Langfuse %1 is there."_s.arg(m_version), fault);
        return;
    }
    get("/api/public/projects", [this](const FetchResult &answer) { readProjects(answer); });
}

void ConnectionTest::readProjects(const FetchResult &result)
{
    if (failed(result)) {
        return;
    }
    const QJsonObject project =
        QJsonDocument::fromJson(result.body).object()["data"_L1].toArray().first().toObject();
    if (result.status != 200 || project.isEmpty()) {
        finish(false,
               u"Langfuse %1 refuses the keys: %2%3."_s.arg(m_version)
                   .arg(result.status)
                   .arg(inBrackets(wordsOf(result.body))),
               langfuseAdvice(result, m_destination.url));
        return;
    }
    // The server finds the project by the secret alone: a wrong public key is not noticed there.
    const bool looksPublic = secret(m_destination.publicKey).expose().startsWith("pk-lf-");
    finish(true,
           u"Langfuse %1, project \"%2\" of %3, by %4."_s.arg(
               m_version,
               project["name"_L1].toString(),
               project["organization"_L1]["name"_L1].toString(),
               langfuse::takesOtlp(m_version) ? u"OTLP"_s : u"the old ingestion API"_s),
           looksPublic ? QString()
                       : u"The public key does not begin with pk-lf-: check it, as Langfuse looks "
                         "at the secret key only."_s);
}

void ConnectionTest::startOtlp()
{
    UpstreamRequest request;
    request.url = m_destination.url + "/v1/traces";
    request.headers = otlp::headersFrom(secret(m_destination.headers));
    request.headers.emplace_back("content-type", "application/json");
    request.body = R"({"resourceSpans":[]})"; // nothing, which every receiver takes
    send(std::move(request),
         [this](const FetchResult &result) { readSimple(result, u"An OTLP receiver"_s, 0); });
}

void ConnectionTest::startHelicone()
{
    if (!secret(m_destination.key).isSet()) {
        finish(false, u"Not tried."_s, u"Its API key is not there. Set it."_s);
        return;
    }
    UpstreamRequest request;
    request.url = m_destination.url;
    request.bearer = secret(m_destination.key);
    request.headers = {{"content-type", "application/json"}};
    request.body = "{}"; // refused as incomplete, so nothing is logged
    constexpr int Incomplete = 400;
    send(std::move(request), [this](const FetchResult &result) {
        readSimple(result, u"Helicone (which does not tell whose key it is)"_s, Incomplete);
    });
}

void ConnectionTest::startPostgres()
{
    m_postgres = std::make_unique<PostgresTest>(
        secret(m_destination.key), [this](const PostgresConnection::Answer &answer) {
            answer.ok() ? finish(true, QString::fromUtf8(*answer) + u'.')
                        : finish(false, answer.error().message, answer.error().remedy);
        });
}

void ConnectionTest::readSimple(const FetchResult &result, const QString &what, int fine)
{
    if (failed(result)) {
        return;
    }
    const QString where = QString::fromUtf8(m_destination.url);
    if ((result.status >= 200 && result.status < 300) || result.status == fine) {
        finish(true, u"%1 at %2."_s.arg(what, where));
        return;
    }
    const QString reached = u"%1 answers with %2%3."_s.arg(where)
                                .arg(result.status)
                                .arg(inBrackets(wordsOf(result.body)));
    const bool isCredential = result.status == 401 || result.status == 403;
    finish(false,
           reached,
           isCredential ? u"It refuses the credential. Give the right one."_s
                        : u"Check the address: it is the receiver's base, without /v1/traces."_s);
}

std::vector<ConnectionReport> testDestinations(const core::TelemetrySettings &settings,
                                               const core::SecretSource &secrets)
{
    std::vector<ConnectionReport> reports;
    const core::SystemClock clock;
    UpstreamClient client;
    const ExportSite site{settings, secrets, clock, client, {}, CAPSTAN_VERSION};
    for (const core::Destination &destination : settings.destinations) {
        QEventLoop loop;
        std::optional<ConnectionReport> report;
        const ConnectionTest test(site, destination, [&](const ConnectionReport &found) {
            report = found;
            loop.quit();
        });
        if (!report) {
            loop.exec();
        }
        reports.push_back(report.value_or(ConnectionReport{}));
    }
    return reports;
}

} // namespace proxy
