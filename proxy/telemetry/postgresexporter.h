// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"
#include "proxy/telemetry/postgresconnection.h"

namespace proxy {

/// Keeps a copy of every call and refusal in a PostgreSQL database that others may read: the table
/// capstan_call, made when it is not there, one row for each request id and attempt.
///
/// A copy, and not the ledger itself: a hold has to be durable before the upstream sees the call.
/// On the local disk that takes 0.2 ms and works while the network does not; a cap that waits for
/// another machine is slow, or not kept. What the server misses waits in the outbox.
class PostgresExporter final : public Exporter
{
public:
    /// Both outlive it; the destination's key is the address.
    PostgresExporter(const ExportSite &site, const core::Destination &destination);

    void deliver(const Events &events, Done done) override;

private:
    void connect();
    void prepare();
    void insert();
    void finish(const PostgresConnection::Answer &answer);

    const ExportSite &m_site;
    const core::Destination &m_destination;
    core::Secret m_address;
    PostgresConnection m_connection;
    QByteArray m_rows;
    Done m_done;
};

/// Whether DATABASE_URL leads to a server that takes the copy; writes nothing.
class PostgresTest
{
public:
    using Answered = PostgresConnection::Answered;
    /// "PostgreSQL 15.18, database \"office\", as \"capstan\"", or why not; once, later.
    PostgresTest(const core::Secret &address, Answered answered);

private:
    void askWho();
    void askRights();

    PostgresConnection m_connection;
    Answered m_answered;
    QByteArray m_who;
};

} // namespace proxy
