// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace core {

class Connection;

/// Moves the WAL of a ledger into its database while the ledger's owner goes on writing: through a
/// connection of its own, in any one thread. What the owner adds meanwhile stays in the WAL, so the
/// owner ends with Ledger::checkpoint(), which then has little to do, and the WAL begins anew.
class Checkpoint
{
public:
    /// After the ledger itself was opened.
    [[nodiscard]] static Result<std::unique_ptr<Checkpoint>> open(const QString &path);
    ~Checkpoint();
    Checkpoint(const Checkpoint &) = delete;
    Checkpoint &operator=(const Checkpoint &) = delete;

    /// Waits for the disk, twice; holds up nobody.
    [[nodiscard]] Outcome run();

private:
    explicit Checkpoint(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

} // namespace core
