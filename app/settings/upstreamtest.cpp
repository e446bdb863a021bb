// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/upstreamtest.h"

#include "app/service/settingsfrom.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// A person waits for it; a server on the same network answers in milliseconds.
constexpr std::chrono::seconds Patience{5};

} // namespace

UpstreamTest::UpstreamTest(proxy::UpstreamClient &client,
                           const QByteArray &address,
                           const core::Secret &key,
                           Callback callback)
    : m_client(client)
    , m_root(upstreamRoot(address))
    , m_key(key)
    , m_callback(std::move(callback))
    , m_begin(std::chrono::steady_clock::now())
{
    get("/v1/models", [this](const proxy::FetchResult &result) { readModels(result); });
}

void UpstreamTest::get(const QByteArray &path, proxy::Fetch::Callback then)
{
    proxy::UpstreamRequest request;
    request.method = "GET";
    request.url = m_root + path;
    request.bearer = m_key;
    request.connectTimeout = Patience;
    request.silenceTimeout = Patience;
    auto &fetch = m_models == nullptr ? m_models : m_version;
    fetch = std::make_unique<proxy::Fetch>(m_client, std::move(request), std::move(then));
}

void UpstreamTest::readModels(const proxy::FetchResult &result)
{
    m_finding.time = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_begin);
    m_finding.status = result.status;
    if (result.error) {
        m_finding.detail = result.error->message;
        finish(UpstreamFinding::Kind::NoAnswer);
        return;
    }
    if (result.status == 401 || result.status == 403) {
        finish(UpstreamFinding::Kind::KeyRefused);
        return;
    }
    const QJsonValue cards = QJsonDocument::fromJson(result.body).object().value("data"_L1);
    if (result.status != 200 || !cards.isArray()) {
        finish(UpstreamFinding::Kind::NoModels);
        return;
    }
    for (const QJsonValue card : cards.toArray()) {
        m_finding.models.push_back(card["id"_L1].toString().toUtf8());
    }
    get("/version", [this](const proxy::FetchResult &answer) { readVersion(answer); });
}

/// Others than vLLM have none, which is no fault.
void UpstreamTest::readVersion(const proxy::FetchResult &result)
{
    if (!result.error && result.status == 200) {
        const QJsonObject answer = QJsonDocument::fromJson(result.body).object();
        m_finding.version = answer.value("version"_L1).toString().toUtf8();
    }
    finish(UpstreamFinding::Kind::Works);
}

void UpstreamTest::finish(UpstreamFinding::Kind kind)
{
    m_finding.kind = kind;
    std::exchange(m_callback, nullptr)(m_finding);
}

} // namespace app
