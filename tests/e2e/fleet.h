// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerrows.h"
#include "site.h"

#include <memory>
#include <vector>

namespace e2e {

/// What a test wants of a fleet. In `configuration`, @0, @1, ... stand for the ports of the
/// simulations.
struct FleetWish
{
    std::vector<QStringList> simulations; ///< the further options of each
    QByteArray configuration;             ///< the whole capstan.yaml
    QProcessEnvironment environment = test::plainEnvironment();
};

/// `capstan --headless` in front of several `vllm-sim`s, each of which may be killed and started
/// again on its port.
class Fleet
{
public:
    explicit Fleet(FleetWish wish);

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] test::Program &capstan() { return *m_capstan; }
    [[nodiscard]] quint16 port() const { return m_capstan->port(); }
    void kill(std::size_t simulation) { m_simulations[simulation]->kill(); }
    /// On the port that it had, with other options; false when it does not listen.
    [[nodiscard]] bool revive(std::size_t simulation, const QStringList &options = {});
    /// How many generations a simulation was asked for.
    [[nodiscard]] qsizetype seenBy(std::size_t simulation);
    [[nodiscard]] QJsonArray requestsOf(std::size_t simulation);

    [[nodiscard]] test::Answer chat(const QByteArray &body,
                                    const QByteArray &headers = "X-Tenant-Id: acme\r\n");
    [[nodiscard]] test::Answer get(const QByteArray &path);
    [[nodiscard]] std::optional<LedgerRows> ledgerNow() const; ///< beside the running owner
    /// Stops Capstan and reads what it wrote; fails the test when the ledger contradicts itself.
    [[nodiscard]] LedgerRows ledger();

private:
    [[nodiscard]] QStringList arguments(quint16 port, const QStringList &more) const;

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<test::Program>> m_simulations;
    std::vector<quint16> m_ports;
    std::unique_ptr<test::Program> m_capstan;
};

/// The `providers:` section of `count` replicas "a", "b", ... of the model "cent", each silent for
/// at most `timeoutMs`.
[[nodiscard]] QByteArray replicas(int count, int timeoutMs = 60'000);
/// What "cent" costs: a cent for each token of an answer.
inline const QByteArray CentPrice = "price: { input: 0, output: 10000 }";

} // namespace e2e
