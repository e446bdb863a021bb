// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <chrono>

/// One value read from its text, wherever it stands: file, variable or option. An error's message
/// goes on after the quoted value ("is not a port number"), so that the caller can put the place
/// before it; its remedy says what is allowed.
namespace core::scalars {

/// Above this a price is taken for a slip of units: the dearest model costs some hundred dollars.
inline constexpr qint64 DearestDollarsPerMillion = 10'000;

[[nodiscard]] Result<qint64> whole(QByteArrayView text, qint64 least, qint64 most);
[[nodiscard]] Result<quint16> port(QByteArrayView text);
/// 1 ms to one hour.
[[nodiscard]] Result<std::chrono::milliseconds> milliseconds(QByteArrayView text);
/// Nano-dollars per million tokens, as in Rates.
[[nodiscard]] Result<qint64> dollarsPerMillion(QByteArrayView text);
/// The same figure from S4's dollars per thousand tokens.
[[nodiscard]] Result<qint64> dollarsPerThousand(QByteArrayView text);
/// A fee: zero or more.
[[nodiscard]] Result<Money> dollars(QByteArrayView text);
/// A limit: more than zero.
[[nodiscard]] Result<Money> positiveDollars(QByteArrayView text);
/// Parts per million of "0.8"; 0 to 1 with at most six decimals.
[[nodiscard]] Result<int> fraction(QByteArrayView text);
/// IPv4 or IPv6 in its usual text form.
[[nodiscard]] Result<QByteArray> address(QByteArrayView text);
/// Absolute http or https, without user, query and fragment; slashes at its end are taken off.
[[nodiscard]] Result<QByteArray> httpUrl(QByteArrayView text);
/// A model's or provider's name: 1 to 200 printable ASCII characters without blanks.
[[nodiscard]] Result<QByteArray> name(QByteArrayView text);
/// "OPENAI_API_KEY": letters, digits and _.
[[nodiscard]] Result<QByteArray> variableName(QByteArrayView text);
/// "/answer-routed".
[[nodiscard]] Result<QByteArray> routePath(QByteArrayView text);

/// The value for a message: shortened, control characters shown as '?', and without what stands
/// before an '@', which may be a password.
[[nodiscard]] QString quoted(QByteArrayView text);

} // namespace core::scalars
