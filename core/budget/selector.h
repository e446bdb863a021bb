// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/attribution.h"

namespace core {

/// A conjunction over dimensions. The empty selector is global. Text form, as in JSON and the
/// database: "tenant:research", "tenant:*,model:llama-8b", "tag:project:*"; "" is global.
class Selector
{
public:
    /// One condition. A wildcard gives each value a bucket of its own.
    struct Term
    {
        Dimension dimension = Dimension::Tenant; ///< ignored when tagName is set
        QByteArray tagName;                      ///< empty: a dimension
        QByteArray value;                        ///< empty: the wildcard `*`

        friend bool operator==(const Term &, const Term &) = default;
    };

    Selector() = default;
    /// Terms are kept in canonical order, so that equal selectors have equal texts.
    explicit Selector(std::vector<Term> terms);
    /// InvalidInput names the offending part: unknown dimension, empty value, a dimension twice.
    [[nodiscard]] static Result<Selector> parse(QByteArrayView text);
    /// Seed S1's scope: "dimension:value", or a bare name, which is a tenant (design section 6).
    /// Here as in parse(), "task:7", "session:a" and "org:acme" are "tag:task_id:7",
    /// "tag:session_id:a" and "tenant:acme" (S1-16).
    [[nodiscard]] static Result<Selector> fromScope(QByteArrayView scope);

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    [[nodiscard]] bool isGlobal() const { return m_terms.empty(); }
    [[nodiscard]] bool hasWildcard() const;
    [[nodiscard]] bool matches(const Attribution &attribution) const;
    [[nodiscard]] QByteArray toText() const;
    /// The text with these values, in term order, in the place of its wildcards: a bucket's label.
    [[nodiscard]] QByteArray labelWith(const std::vector<QByteArray> &values) const;

    friend bool operator==(const Selector &, const Selector &) = default;

private:
    std::vector<Term> m_terms;
};

} // namespace core
