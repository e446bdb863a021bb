// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/records.h"

#include <vector>

namespace core {

/// The virtual keys. Rows are changed but never taken away, so that an old call's key has a name.
///
/// Failure: false, and the connection knows why.
class KeyTable
{
public:
    explicit KeyTable(Connection &connection);

    [[nodiscard]] bool write(const KeyUpsert &upsert);
    [[nodiscard]] bool write(const KeyUse &use);
    /// Fails closed: a key that cannot be read is an error, as it might be a revoked one.
    [[nodiscard]] Outcome read(std::vector<VirtualKey> &keys);

private:
    Connection &m_connection;
    Statement m_upsert;
    Statement m_use;
};

} // namespace core
