// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/selector.h"

#include "core/budget/percentcode.h"
#include "core/budget/seedscope.h"

#include <QList>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView TagPrefix = "tag:";
constexpr QByteArrayView Wildcard = "*";

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidInput,
            message,
            u"Write for example \"tenant:research\", \"tenant:*,model:llama-8b\" or "
            "\"tag:project:*\"; known are tenant, agent, user, key, feature, experiment, "
            "namespace, team, provider, model, route and tag:<name>; task and session, which are "
            "tags, and org, which is a tenant."_s};
}

QString quoted(QByteArrayView part)
{
    return u'"' + QString::fromUtf8(part) + u'"';
}

/// Tags stand behind the dimensions, by name.
bool isBefore(const Selector::Term &a, const Selector::Term &b)
{
    if (a.tagName.isEmpty() != b.tagName.isEmpty()) {
        return a.tagName.isEmpty();
    }
    return a.tagName.isEmpty() ? a.dimension < b.dimension : a.tagName < b.tagName;
}

bool sameSubject(const Selector::Term &a, const Selector::Term &b)
{
    return !isBefore(a, b) && !isBefore(b, a);
}

QByteArray subjectText(const Selector::Term &term)
{
    if (term.tagName.isEmpty()) {
        return dimensionName(term.dimension).toByteArray();
    }
    return TagPrefix.toByteArray() + percentEncoded(term.tagName, ":,");
}

/// Sets the value behind the subject. `*` alone is the wildcard; a value that is called so
/// stands as %2A.
Result<Selector::Term> withValue(Selector::Term term, QByteArrayView value, QByteArrayView part)
{
    if (value.isEmpty()) {
        return invalid(u"The selector part %1 has no value."_s.arg(quoted(part)));
    }
    if (value == Wildcard) {
        return term;
    }
    const std::optional<QByteArray> decoded = percentDecoded(value);
    if (!decoded || decoded->isEmpty()) {
        return invalid(u"The selector part %1 has a broken %-escape."_s.arg(quoted(part)));
    }
    term.value = *decoded;
    return term;
}

Result<Selector::Term> parseTag(QByteArrayView part)
{
    const QByteArrayView rest = part.sliced(TagPrefix.size());
    const qsizetype colon = rest.indexOf(':');
    const auto name = percentDecoded(colon < 0 ? rest : rest.first(colon));
    if (colon < 0 || !name || name->isEmpty()) {
        return invalid(u"The selector part %1 is not tag:<name>:<value>."_s.arg(quoted(part)));
    }
    Selector::Term term;
    term.tagName = *name;
    return withValue(term, rest.sliced(colon + 1), part);
}

Result<Selector::Term> parseTerm(QByteArrayView part)
{
    if (part.startsWith(TagPrefix)) {
        return parseTag(part);
    }
    const qsizetype colon = part.indexOf(':');
    if (colon < 0) {
        return invalid(u"The selector part %1 is not dimension:value."_s.arg(quoted(part)));
    }
    auto term = scopeTerm(part.first(colon));
    if (!term) {
        return invalid(u"The selector part %1 names an unknown dimension."_s.arg(quoted(part)));
    }
    return withValue(*std::move(term), part.sliced(colon + 1), part);
}

} // namespace

Selector::Selector(std::vector<Term> terms)
    : m_terms(std::move(terms))
{
    for (Term &term : m_terms) {
        if (!term.tagName.isEmpty()) {
            term.dimension = Dimension::Tenant; // so that equal tags compare equal
        }
    }
    std::sort(m_terms.begin(), m_terms.end(), isBefore);
}

Result<Selector> Selector::parse(QByteArrayView text)
{
    if (text.trimmed().isEmpty()) {
        return Selector();
    }
    std::vector<Term> terms;
    for (const QByteArray &part : text.toByteArray().split(',')) {
        auto term = parseTerm(QByteArrayView(part).trimmed());
        if (!term) {
            return term.error();
        }
        const auto isSame = [&](const Term &other) {
            return sameSubject(other, *term);
        };
        if (std::any_of(terms.begin(), terms.end(), isSame)) {
            return invalid(u"The selector names %1 twice."_s.arg(quoted(subjectText(*term))));
        }
        terms.push_back(*term);
    }
    return Selector(std::move(terms));
}

Result<Selector> Selector::fromScope(QByteArrayView scope)
{
    if (scope == "*:*") {
        return Selector();
    }
    const qsizetype colon = scope.indexOf(':');
    auto term = colon < 0 ? Term() : scopeTerm(scope.first(colon)); // a bare name is a tenant
    if (!term) {
        return invalid(u"The scope %1 names an unknown dimension."_s.arg(quoted(scope)));
    }
    const QByteArrayView value = scope.sliced(colon + 1);
    if (value.trimmed().isEmpty()) {
        return invalid(u"The scope %1 has no value."_s.arg(quoted(scope)));
    }
    if (value != Wildcard) {
        term->value = value.toByteArray();
    }
    return Selector({*term});
}

bool Selector::hasWildcard() const
{
    return std::any_of(
        m_terms.begin(), m_terms.end(), [](const Term &term) { return term.value.isEmpty(); });
}

bool Selector::matches(const Attribution &attribution) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        const QByteArray value =
            term.tagName.isEmpty() ? attribution.of(term.dimension) : attribution.tag(term.tagName);
        return term.value.isEmpty() ? !value.isEmpty() : value == term.value;
    });
}

QByteArray Selector::labelWith(const std::vector<QByteArray> &values) const
{
    std::vector<Term> terms = m_terms;
    auto value = values.begin();
    for (Term &term : terms) {
        if (term.value.isEmpty()) {
            term.value = *value++;
        }
    }
    return Selector(std::move(terms)).toText();
}

QByteArray Selector::toText() const
{
    QByteArray text;
    for (const Term &term : m_terms) {
        if (!text.isEmpty()) {
            text += ',';
        }
        text += subjectText(term) + ':';
        text += term.value.isEmpty() ? Wildcard.toByteArray() : percentEncoded(term.value, ",");
    }
    return text;
}

} // namespace core
