// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/alerts/webhook.h"

#include "proxy/alerts/webhookbody.h"
#include "proxy/telemetry/retry.h"

#include <QEventLoop>
#include <QUrl>

#include <optional>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {
/// A chat answers in a second; a workflow may take some.
constexpr std::chrono::seconds AnswerTimeout{30};
constexpr std::chrono::seconds ConnectTimeout{10};

/// The receiver's own word for it ("no_service", "invalid_token"), shortened; Slack's are plain
/// text. Only what is surely no page of HTML.
QString wordOf(const QByteArray &body)
{
    constexpr qsizetype Longest = 80;
    const QString word = QString::fromUtf8(body).simplified();
    return word.isEmpty() || word.size() > Longest || word.startsWith(u'<') ? QString()
                                                                            : u": "_s + word;
}

/// The address is the secret, and what finds no such path may repeat it.
QByteArray withoutAddress(QByteArray text, const QByteArray &url)
{
    const QUrl address(QString::fromUtf8(url));
    const QByteArray masked = core::Secret::masked().toLatin1();
    text.replace(url, masked);
    for (const QByteArray &part : {address.path(QUrl::FullyEncoded).toLatin1(),
                                   address.query(QUrl::FullyEncoded).toLatin1()}) {
        if (part.size() > 1) { // "/" stands in every word of a page
            text.replace(part, masked);
        }
    }
    return text;
}
} // namespace

Webhook::Webhook(UpstreamClient &client, const core::Clock &clock)
    : m_client(client)
    , m_clock(clock)
{}

void Webhook::post(const core::Secret &address, const QStringList &lines, const Done &done)
{
    const QByteArray &url = address.expose();
    if (const QString why = whyNoWebhook(url); !why.isEmpty()) {
        done({.kind = Delivery::Kind::Blocked, .again = {}, .retryAfter = {}, .message = why});
        return;
    }
    UpstreamRequest request;
    request.url = url;
    request.headers = {{"content-type", "application/json"},
                       {"user-agent", "capstan/" CAPSTAN_VERSION}};
    request.body = webhookBody(url, lines);
    request.connectTimeout = ConnectTimeout;
    request.silenceTimeout = AnswerTimeout;
    m_former = std::move(m_fetch);
    m_fetch = std::make_unique<Fetch>(
        m_client, std::move(request), [this, done, url](FetchResult result) {
            result.body = withoutAddress(std::move(result.body), url);
            done(read(result));
        });
}

Delivery Webhook::read(const FetchResult &result) const
{
    Delivery delivery;
    delivery.retryAfter = retryAfter(headerValue(result.headers, "retry-after"), m_clock.now());
    if (!result.error && result.status >= 200 && result.status < 300) {
        return delivery;
    }
    if (result.error) {
        delivery.kind = Delivery::Kind::Later;
        delivery.message =
            u"The webhook does not answer (%1). The alerts wait and are sent when it does."_s.arg(
                result.error->message);
    } else if (result.status == 429 || result.status == 408 || result.status >= 500) {
        delivery.kind = Delivery::Kind::Later;
        delivery.message =
            u"The webhook cannot take alerts now (%1%2). Sending goes on by itself."_s
                .arg(result.status)
                .arg(wordOf(result.body));
    } else {
        // A redirection is not followed either, as it would take the address along.
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message = u"The webhook refuses alerts (%1%2). Make a new address in the chat and "
                           u"set it; what waits is kept for a day."_s.arg(result.status)
                               .arg(wordOf(result.body));
    }
    return delivery;
}

Delivery testWebhook(const core::Secret &address)
{
    const core::SystemClock clock;
    UpstreamClient client;
    Webhook webhook(client, clock);
    QEventLoop loop;
    std::optional<Delivery> found;
    webhook.post(address, webhookTestLines(), [&](const Delivery &delivery) {
        found = delivery;
        loop.quit();
    });
    if (!found) {
        loop.exec();
    }
    return found.value_or(Delivery{});
}

QStringList webhookTestLines()
{
    return {u"Capstan: this is a test. Budget alerts will arrive here."_s};
}

} // namespace proxy
