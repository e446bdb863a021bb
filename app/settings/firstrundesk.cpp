// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/firstrundesk.h"

#include "app/application.h"
#include "app/service/settingsfrom.h"
#include "app/viewmodels/firstrun/firstrun.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "core/base/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// vLLM takes 8000; who runs several counts on from there.
constexpr int FirstPort = 8000;
constexpr int LastPort = 8009;
/// Tickets of ours are no key form's: those count from 1.
constexpr quint64 FirstRunTicket = 1ULL << 63;
/// A cold model may have to be loaded first.
constexpr std::chrono::minutes CallPatience{2};
/// The upstream that VLLM_BASE_URL would name, too.
const QByteArray UpstreamName = "vllm";

QByteArray testBody(const QByteArray &model)
{
    return core::JsonWriter()
        .text("model", model)
        .raw("messages", R"([{"role":"user","content":"Say hello."}])")
        .raw("max_tokens", "8")
        .toJson();
}

QString failureOf(const proxy::FetchResult &result)
{
    if (result.error) {
        return result.error->message;
    }
    const QJsonObject error =
        QJsonDocument::fromJson(result.body).object().value("error"_L1).toObject();
    return FirstRun::tr("The test call was answered with %1: %2")
        .arg(result.status)
        .arg(sentences::translated(error.value("message"_L1).toString()));
}

} // namespace

FirstRunDesk::FirstRunDesk(FirstRun &firstRun, SettingsModel &settings, Application &application)
    : m_firstRun(firstRun)
    , m_settings(settings)
    , m_application(application)
{
    m_firstRun.setBook(application.service().prices());
    connectWishes();
    m_firstRun.takeServer(); // it may be what the service was started again for
}

FirstRunDesk::~FirstRunDesk() = default;

void FirstRunDesk::connectWishes()
{
    ServiceHost &service = m_application.service();
    connect(&service, &ServiceHost::snapshotTaken, this, [this](const auto &snapshot) {
        m_firstRun.apply(*snapshot);
        offerOnce(*snapshot);
    });
    connect(&service, &ServiceHost::pricesChanged, this, [this](const auto &book) {
        m_firstRun.setBook(book);
    });
    connect(&service,
            &ServiceHost::keyMade,
            this,
            [this](quint64 ticket, const auto &id, const auto &text) {
                if (ticket == FirstRunTicket) {
                    m_firstRun.takeKey(id, text);
                }
            });
    connect(&service, &ServiceHost::keyRefused, this, [this](quint64 ticket, const QString &why) {
        if (ticket == FirstRunTicket) {
            m_firstRun.refuse(why);
        }
    });
    connect(&m_firstRun, &FirstRun::searchRequested, this, &FirstRunDesk::search);
    connect(&m_firstRun, &FirstRun::addressRequested, this, &FirstRunDesk::probe);
    connect(&m_firstRun, &FirstRun::serverRequested, this, &FirstRunDesk::put);
    connect(&m_firstRun, &FirstRun::priceRequested, &service, &ServiceHost::setPrice);
    connect(&m_firstRun, &FirstRun::capRequested, &service, &ServiceHost::setBudget);
    connect(&m_firstRun, &FirstRun::keyRequested, this, [&service](const core::KeyFacts &facts) {
        service.createKey(FirstRunTicket, facts);
    });
    connect(&m_firstRun, &FirstRun::testCallRequested, this, &FirstRunDesk::sendTestCall);
    connect(&m_firstRun, &FirstRun::left, this, [this] { m_settings.finishWelcome(); });
}

/// Once, and only where nothing has happened yet.
void FirstRunDesk::offerOnce(const core::Snapshot &snapshot)
{
    if (std::exchange(m_isOffered, true)) {
        return;
    }
    const bool isUntouched =
        snapshot.keys.empty() && snapshot.tenants.empty() && snapshot.spentThisMonth.isZero();
    const bool isKept = !m_application.line().demo;
    if (isKept && isUntouched && !m_settings.owner().isWelcomed && !m_firstRun.isOpen()) {
        m_firstRun.begin();
    }
}

void FirstRunDesk::search()
{
    std::vector<QByteArray> addresses;
    for (const core::Provider &provider : m_application.configuration().providers) {
        addresses.push_back(provider.baseUrl);
    }
    const bool isFixed = m_application.configuration().isWritten(u"providers.vllm.base_url");
    for (int port = FirstPort; port <= LastPort && !isFixed; ++port) {
        const QByteArray address = "http://localhost:" + QByteArray::number(port) + "/v1";
        if (std::ranges::find(addresses, address) == addresses.end()) {
            addresses.push_back(address);
        }
    }
    m_tests.clear();
    m_answers = 0;
    for (const QByteArray &address : addresses) {
        probe(address);
    }
}

void FirstRunDesk::probe(const QByteArray &address)
{
    const auto tell = [this, address](const UpstreamFinding &finding) {
        m_firstRun.takeFinding(address, finding);
        if (++m_answers == m_tests.size()) {
            m_firstRun.endSearch();
        }
    };
    m_tests.push_back(std::make_unique<UpstreamTest>(
        m_client, address, m_application.providerKey(UpstreamName), tell));
}

/// What serves already stays; else it becomes the upstream, and the service starts again with it.
void FirstRunDesk::put(const QByteArray &address)
{
    const auto &providers = m_application.configuration().providers;
    const auto isServed = [&address](const core::Provider &provider) {
        return upstreamRoot(provider.baseUrl) == upstreamRoot(address);
    };
    if (std::ranges::any_of(providers, isServed)) {
        m_firstRun.takeServer();
        return;
    }
    if (!m_settings.saveUpstream(QString::fromUtf8(UpstreamName), QString::fromUtf8(address))) {
        m_firstRun.refuse(m_settings.errorText());
        return;
    }
    m_settings.restartNow();
}

void FirstRunDesk::sendTestCall(const QString &url,
                                const core::Secret &key,
                                const QByteArray &model)
{
    proxy::UpstreamRequest request;
    request.url = url.toUtf8() + "/v1/chat/completions";
    request.bearer = key;
    request.headers = {{"content-type", "application/json"}};
    request.body = testBody(model);
    request.silenceTimeout = CallPatience;
    m_call = std::make_unique<proxy::Fetch>(
        m_client, std::move(request), [this](const proxy::FetchResult &result) {
            if (!result.succeeded()) {
                m_firstRun.refuse(failureOf(result));
            }
        });
}

} // namespace app
