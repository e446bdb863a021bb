// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/seedscope.h"

#include <QString>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

void setTag(Attribution &who, const QByteArray &name, const QByteArray &value)
{
    const auto known = std::ranges::find(who.tags, name, &std::pair<QByteArray, QByteArray>::first);
    if (known != who.tags.end()) {
        known->second = value;
        return;
    }
    who.tags.emplace_back(name, value);
    std::ranges::sort(who.tags);
}

Outcome attributeTo(const QByteArray &scopeType, const QByteArray &scopeKey, Attribution &who)
{
    const auto dimension = scopeType == "org" ? Dimension::Tenant : dimensionFromName(scopeType);
    if (scopeKey.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     u"The scope has no key."_s,
                     u"Name whose it is, for example user and ann."_s};
    }
    if (scopeType == "task" || scopeType == "session") {
        setTag(who, scopeType + "_id", scopeKey);
    } else if (dimension && *dimension != Dimension::Key) { // which nobody may claim
        who.of(*dimension) = scopeKey;
    } else {
        return Error{
            ErrorCode::InvalidInput,
            u"There is no scope of the type \"%1\"."_s.arg(QString::fromUtf8(scopeType.left(64))),
            u"Give task, user, session, org, tenant, agent, feature or team."_s};
    }
    return Done{};
}

} // namespace core
