// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/origin.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// Of the authority; 0 when the text is no absolute URL.
qsizetype authorityBegin(QByteArrayView url)
{
    constexpr QByteArrayView Separator = "://";
    const qsizetype at = url.indexOf(Separator);
    return at < 0 ? 0 : at + Separator.size();
}

/// RFC 1918, link-local, IPv6 unique local. QHostAddress::isPrivateUse() is of Qt 6.6.
constexpr std::array PrivateNetworks{
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"};

} // namespace

QByteArray originOf(QByteArrayView url)
{
    const qsizetype scheme = authorityBegin(url);
    const QByteArrayView rest = url.sliced(scheme);
    const auto *end = std::find_if(
        rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority(rest.begin(), end);
    return url.first(scheme).toByteArray().append(authority.sliced(authority.lastIndexOf('@') + 1));
}

bool isPrivate(const QByteArray &url)
{
    if (isLoopback(url)) {
        return true;
    }
    const QHostAddress address(QUrl(QString::fromUtf8(originOf(url))).host());
    return std::ranges::any_of(PrivateNetworks, [&address](const char *network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
    });
}

bool isLoopback(const QByteArray &url)
{
    const QByteArray origin = originOf(url);
    const QByteArrayView host = QByteArrayView(origin).sliced(authorityBegin(origin));
    return host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
}

bool isLocalNetwork(const QByteArray &url)
{
    const QString host = QUrl(QString::fromUtf8(url)).host();
    const QHostAddress address(host);
    if (!address.isNull()) {
        static const QList<QPair<QHostAddress, int>> networks{
            QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
            QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
            QHostAddress::parseSubnet(u"192.168.0.0/16"_s),
            QHostAddress::parseSubnet(u"fc00::/7"_s)};
        return address.isLoopback() || address.isLinkLocal() ||
               std::any_of(networks.cbegin(), networks.cend(), [&address](const auto &network) {
                   return address.isInSubnet(network);
               });
    }
    static const QStringList endings{
        u".local"_s, u".lan"_s, u".internal"_s, u".home.arpa"_s, u".localhost"_s};
    return !host.isEmpty() &&
           (!host.contains(u'.') ||
            std::any_of(endings.cbegin(), endings.cend(), [&host](const QString &ending) {
                return host.endsWith(ending);
            }));
}

} // namespace proxy
