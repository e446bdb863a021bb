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

std::optional<Selector::Term> scopeTerm(QByteArrayView scopeType)
{
    Selector::Term term;
    if (scopeType == "task" || scopeType == "session") {
        term.tagName = scopeType.toByteArray() + "_id";
        return term;
    }
    const auto dimension = dimensionFromName(scopeType == "org" ? "tenant" : scopeType);
    if (!dimension) {
        return std::nullopt;
    }
    term.dimension = *dimension;
    return term;
}

void setScope(Attribution &who, const Selector::Term &term)
{
    if (term.tagName.isEmpty()) {
        who.of(term.dimension) = term.value;
    } else {
        setTag(who, term.tagName, term.value);
    }
}

Outcome attributeTo(const QByteArray &scopeType, const QByteArray &scopeKey, Attribution &who)
{
    if (scopeKey.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     u"The scope has no key."_s,
                     u"Name whose it is, for example user and ann."_s};
    }
    auto term = scopeTerm(scopeType);
    if (!term || scopeType == dimensionName(Dimension::Key)) { // which nobody may claim
        return Error{
            ErrorCode::InvalidInput,
            u"There is no scope of the type \"%1\"."_s.arg(QString::fromUtf8(scopeType.left(64))),
            u"Give task, user, session, org, tenant, agent, feature or team."_s};
    }
    term->value = scopeKey;
    setScope(who, *term);
    return Done{};
}

} // namespace core
