// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerrows.h"
#include "site.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

/// What the tests of seed S1's endpoints ask, and what they begin with.
namespace scopedchats {

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

/// A seed S1 chat of so many tokens, at a cent each.
inline QByteArray scopedChat(const QByteArray &scope, int tokens, const QByteArray &more = {})
{
    return R"({"scope":")" + scope + R"(","model":"cent",)" + more +
           R"("messages":[{"role":"user","content":"Hi [[tokens=)" + QByteArray::number(tokens) +
           R"(]]"}]})";
}

inline SiteWish
defaults(const QByteArray &limit, const QByteArray &soft = {}, const QByteArray &hard = {})
{
    SiteWish wish;
    wish.environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, QString::fromLatin1(limit));
    if (!soft.isEmpty()) {
        wish.environment.insert(u"BUDGET_SOFT_CAP"_s, QString::fromLatin1(soft));
    }
    if (!hard.isEmpty()) {
        wish.environment.insert(u"BUDGET_HARD_CAP"_s, QString::fromLatin1(hard));
    }
    return wish;
}

inline Money cents(qint64 count)
{
    return Money::fromNanos(count * 10'000'000);
}

} // namespace scopedchats
