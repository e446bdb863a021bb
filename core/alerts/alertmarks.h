// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/records.h"

#include <QSet>

#include <optional>
#include <vector>

namespace core {

/// How far one receiver of alerts is, as the database keeps it.
struct AlertCursor
{
    QByteArray receiver;
    qint64 position = 0;   ///< done with every alert up to here
    qint64 sent = 0;       ///< taken by the receiver
    qint64 passedOver = 0; ///< muted, or too old when it could be told at last
    Time at{};             ///< of the last one that was taken

    friend bool operator==(const AlertCursor &, const AlertCursor &) = default;
};

/// What tells one crossing from every other, before the ledger has numbered it.
[[nodiscard]] QByteArray alertIdentity(const AlertRecord &alert);

/// What became of the alerts, as the ledger keeps it. Lives in the ledger and shares its
/// connection and thread; every change is a transaction of its own.
class AlertMarks
{
public:
    explicit AlertMarks(Connection &connection);

    /// By their numbers. NotFound names the first that is not there; then nothing is changed.
    [[nodiscard]] Outcome acknowledge(const std::vector<qint64> &alerts, Time now);
    /// One that is known by what it is.
    [[nodiscard]] Outcome acknowledge(const AlertRecord &alert, Time now);
    /// Everything up to now, at the cost of one row.
    [[nodiscard]] Outcome acknowledgeAll(Time now);
    /// Identities of those among the newest `most` alerts that are acknowledged.
    [[nodiscard]] Result<QSet<QByteArray>> acknowledged(int most);

    /// Nullopt for a receiver that was never told anything.
    [[nodiscard]] Result<std::optional<AlertCursor>> cursor(const QByteArray &receiver);
    /// Stores the cursor, which never goes back.
    [[nodiscard]] Outcome put(const AlertCursor &cursor);
    [[nodiscard]] Result<qint64> newest(); ///< number of the newest alert; 0: none

private:
    [[nodiscard]] Outcome inTransaction(auto &&work);

    Connection &m_connection;
};

} // namespace core
