// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerrows.h"
#include "site.h"

#include "core/ledger/ledger.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

/// What the tests of virtual keys ask, and what they begin with.
namespace madekeys {

using namespace e2e;
using namespace Qt::StringLiterals;

inline const QByteArray AdminToken = "an-admin-token-of-the-test";

inline QByteArray bearer(const QByteArray &key)
{
    return "authorization: Bearer " + key + "\r\n";
}

/// moc 6.4 stumbles over raw strings that hold quotes.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// What POST /api/admin/keys answers.
struct MadeKey
{
    QByteArray id;
    QByteArray text;
};

inline MadeKey makeKey(Site &site, const QByteArray &body, const QByteArray &headers = {})
{
    const auto answer = site.post("/api/admin/keys", body, headers).json();
    return {answer["id"_L1].toString().toLatin1(), answer["key"_L1].toString().toLatin1()};
}

inline SiteWish beyondLoopback()
{
    SiteWish wish;
    wish.configuration = "server: { listen: 0.0.0.0 }\n";
    wish.environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, QString::fromLatin1(AdminToken));
    return wish;
}

inline SiteWish keysRequired()
{
    SiteWish wish;
    wish.configuration = "server: { require_keys: true }\n";
    return wish;
}

inline test::Answer send(Site &site,
                         const QByteArray &method,
                         const QByteArray &path,
                         const QByteArray &body = {},
                         const QByteArray &headers = {})
{
    return test::HttpClient(site.port()).send(test::requestBytes(method, path, body, headers));
}

/// The values of a dimension that have paid something, from the ledger of a site that stopped.
inline QByteArrayList chargedTo(const Site &site, core::Dimension dimension)
{
    QByteArrayList names;
    const auto ledger = core::Ledger::open(site.ledgerFile(), core::Durability::Process);
    if (ledger.ok()) {
        const auto sums = (*ledger)->sumBy(dimension, core::Time{}, core::Time::max());
        for (const auto &[name, sum] : sums.value()) {
            names << name;
        }
    }
    return names;
}

} // namespace madekeys
