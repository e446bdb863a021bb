// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keys/keylistmodel.h"

#include <QTest>

/// Virtual keys of two tenants, a thousand hours after the beginning of time.
namespace keysample {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline core::KeyFacts key(const QByteArray &id, const QByteArray &tenant, std::chrono::hours age)
{
    core::KeyFacts facts;
    facts.id = id;
    facts.name = QString::fromUtf8(id);
    facts.hint = "9f2c";
    facts.tenant = tenant;
    facts.createdAt = core::Time(1000h) - age;
    return facts;
}

inline core::Snapshot snapshot(std::vector<core::KeyFacts> keys)
{
    core::Snapshot snapshot;
    snapshot.at = core::Time(1000h);
    snapshot.zone = "UTC";
    snapshot.listeningOn = u"http://127.0.0.1:7007"_s;
    snapshot.keys = std::move(keys);
    return snapshot;
}

inline KeyRow rowOf(const KeyListModel &list, int row)
{
    return list.data(list.index(row), Qt::UserRole).value<KeyRow>();
}

} // namespace keysample
