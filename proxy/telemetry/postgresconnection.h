// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <memory>

struct pg_conn;

namespace proxy {

/// One connection to a PostgreSQL server through libpq's asynchronous commands (manual, chapter
/// "libpq - Asynchronous Command Processing"), on the event loop of the thread it lives in. Only
/// the look-up of a host's name may wait there.
class PostgresConnection : public QObject
{
public:
    /// The first column of the first row; empty without one. Errors: Unavailable, try again;
    /// InvalidInput, the parameter is bad; Conflict, a person has to do something there first. None
    /// of them quotes the address, which holds a password.
    using Answer = core::Result<QByteArray>;
    using Answered = std::function<void(const Answer &)>;

    explicit PostgresConnection(QObject *parent = nullptr);
    ~PostgresConnection() override; ///< closes; nobody is called back

    /// postgresql://user:password@host:port/database?sslmode=..., with whatever libpq reads from
    /// it. Calls back from the event loop, once.
    void open(const core::Secret &address, Answered answered);
    [[nodiscard]] bool isOpen() const;
    /// One statement with $1 as text; only while open, one at a time.
    void run(const char *statement, const QByteArray &parameter, Answered answered);
    void close();

private:
    enum class Stage : quint8 { Closed, Connecting, Open, Asking };
    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };

    void goOn();
    void connectOn();
    void askOn();
    void watch(bool forWriting);
    void unwatch();
    void finish(Answer answer);
    [[nodiscard]] core::Error lost() const;

    std::unique_ptr<pg_conn, Finish> m_connection;
    Stage m_stage = Stage::Closed;
    Answered m_answered;
    Answer m_answer{QByteArray()};
    // Made anew at each step: libpq may change the socket while it connects.
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QTimer m_patience;
};

} // namespace proxy
