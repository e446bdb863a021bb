// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/alerts/webhookbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// learn.microsoft.com/power-automate: hosts of "When a Teams webhook request is received".
constexpr QLatin1StringView TeamsHosts[] = {
    ".logic.azure.com"_L1, ".powerplatform.com"_L1, ".webhook.office.com"_L1};

bool isTeams(const QByteArray &url)
{
    const QString host = QUrl(QString::fromUtf8(url)).host();
    return std::ranges::any_of(TeamsHosts,
                               [&host](QLatin1StringView end) { return host.endsWith(end); });
}

/// docs.slack.dev: these three begin Slack's commands and are written as entities. A zero-width
/// space after @ keeps Mattermost from calling everybody.
QString plain(QString text)
{
    return text.replace(u'&', u"&amp;"_s)
        .replace(u'<', u"&lt;"_s)
        .replace(u'>', u"&gt;"_s)
        .replace(u'@', u"@\u200B"_s);
}

QJsonObject card(const QStringList &lines)
{
    QJsonArray blocks;
    for (const QString &line : lines) {
        blocks.append(
            QJsonObject{{u"type"_s, u"TextBlock"_s}, {u"text"_s, line}, {u"wrap"_s, true}});
    }
    const QJsonObject content{
        {u"type"_s, u"AdaptiveCard"_s}, {u"version"_s, u"1.2"_s}, {u"body"_s, blocks}};
    const QJsonObject attachment{{u"contentType"_s, u"application/vnd.microsoft.card.adaptive"_s},
                                 {u"content"_s, content}};
    return {{u"type"_s, u"message"_s}, {u"attachments"_s, QJsonArray{attachment}}};
}

} // namespace

QByteArray webhookBody(const QByteArray &url, const QStringList &lines)
{
    const QJsonObject json =
        isTeams(url) ? card(lines) : QJsonObject{{u"text"_s, plain(lines.join(u'\n'))}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString whyNoWebhook(const QByteArray &url)
{
    const QUrl address(QString::fromUtf8(url), QUrl::StrictMode);
    const bool isHttp = address.scheme() == "https"_L1 || address.scheme() == "http"_L1;
    return address.isValid() && isHttp && !address.host().isEmpty()
               ? QString()
               : u"The webhook's address is no http or https address. Set the right one."_s;
}

} // namespace proxy
