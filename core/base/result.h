// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace core {

/// Why an operation could not be done; proxy/apierror maps each to an HTTP status.
enum class ErrorCode {
    InvalidInput, ///< what the caller gave is malformed or out of range
    NotFound,
    Conflict,    ///< valid, but not in the present state
    Unavailable, ///< an upstream, the disk or a keychain does not answer now
    Internal,    ///< our own mistake, or a damaged database
};

/// An expected failure, as a value. `message` says what was wrong and where (file, line, key);
/// `remedy` what to do about it. Both are whole English sentences without a secret in them.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString remedy;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either a value or an Error. Check before use: reading the wrong side is a programming error.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return *checked<0>(); }
    [[nodiscard]] T &value() & { return *const_cast<T *>(checked<0>()); }
    [[nodiscard]] T &&value() && { return std::move(*const_cast<T *>(checked<0>())); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return checked<0>(); }
    T *operator->() { return const_cast<T *>(checked<0>()); }

    [[nodiscard]] const Error &error() const { return *checked<1>(); }

private:
    template <std::size_t I>
    [[nodiscard]] auto checked() const
    {
        const auto *side = std::get_if<I>(&m_content);
        Q_ASSERT_X(side, "Result", "read without asking ok() first");
        return side;
    }

    std::variant<T, Error> m_content;
};

/// Success without a value.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};
using Outcome = Result<Done>;

} // namespace core
