// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <functional>

namespace core::packedadmission {

/// An AdmissionRecord as bytes, about twenty for each budget: there is one for each call. Numbers
/// in base 128, low digits first; strings as the numbers that the ledger has for them.
using IdOf = std::function<std::optional<qint64>(const QByteArray &)>;
using TextOf = std::function<std::optional<QByteArray>(qint64)>;

/// Nothing when `idOf` says nothing.
[[nodiscard]] std::optional<QByteArray> pack(const AdmissionRecord &record, const IdOf &idOf);
/// Nothing when these are no such bytes, or `textOf` says nothing.
[[nodiscard]] std::optional<AdmissionRecord> unpack(QByteArrayView bytes, const TextOf &textOf);
/// Only that, which needs no strings. Nothing when these are no such bytes.
[[nodiscard]] std::optional<Duration> queuedIn(QByteArrayView bytes);

/// A refusal's row has no column for it: it stands in the reason, beside what the caller was told.
[[nodiscard]] QByteArray withAdmission(const QByteArray &reason, const QByteArray &packed);
[[nodiscard]] std::optional<QByteArray> admissionIn(QByteArrayView reason);

} // namespace core::packedadmission
