// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace core {

/// Capstan's own id of one client request: 48 bits of milliseconds, then random bits, so that
/// later ids sort later and the ledger's index grows at its end. Never taken from the client: a
/// repeated X-Request-Id must not make a call free.
struct RequestId
{
    quint64 high = 0;
    quint64 low = 0;

    /// Any thread. Within one thread each id is greater than the one before, also when the clock
    /// is set back.
    [[nodiscard]] static RequestId generate();
    [[nodiscard]] static std::optional<RequestId> fromText(QByteArrayView text);
    [[nodiscard]] QByteArray toText() const; ///< "req-" + 32 hex digits
    // NOLINTNEXTLINE(modernize-use-nullptr): as in money.h
    friend auto operator<=>(const RequestId &, const RequestId &) = default;
};

} // namespace core
