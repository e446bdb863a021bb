// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/postgresconnection.h"

#include <array>
#include <libpq-fe.h>
#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// For each step: connecting through a proxy and a batch of 200 rows take far less, and what waits
/// is safe in the outbox.
constexpr auto Patience = 15s;
/// Enough for libpq's sentence, which may list several addresses.
constexpr int LongestMessage = 300;

struct Clear
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, Clear>;

/// SQLAlchemy names its driver in the scheme: postgresql+asyncpg://. libpq knows it without.
QByteArray addressForLibpq(QByteArray address)
{
    const qsizetype plus = address.indexOf('+');
    const qsizetype colon = address.indexOf(':');
    return plus >= 0 && plus < colon ? address.remove(plus, colon - plus) : address;
}

bool isReadable(const QByteArray &uri)
{
    PQconninfoOption *options = PQconninfoParse(uri.constData(), nullptr);
    PQconninfoFree(options);
    return options != nullptr;
}

/// Without libpq's words, which quote parts of the address.
core::Error unreadable()
{
    return {core::ErrorCode::Conflict,
            u"DATABASE_URL is not an address that PostgreSQL can use."_s,
            u"Give postgresql://user:password@host:5432/database."_s};
}

/// By the class of the SQLSTATE (manual, appendix "PostgreSQL Error Codes").
core::ErrorCode kindOf(QByteArrayView state)
{
    for (const char *person : {"28", "3D", "3F", "42", "25006"}) {
        if (state.startsWith(person)) {
            return core::ErrorCode::Conflict;
        }
    }
    return state.startsWith("22") || state.startsWith("23") ? core::ErrorCode::InvalidInput
                                                            : core::ErrorCode::Unavailable;
}

core::Error refused(const PGresult *result)
{
    const auto field = [result](int code) {
        return QByteArrayView(PQresultErrorField(result, code));
    };
    return {kindOf(field(PG_DIAG_SQLSTATE)),
            u"PostgreSQL refuses: %1 (%2)."_s.arg(
                QString::fromUtf8(field(PG_DIAG_MESSAGE_PRIMARY)).left(LongestMessage),
                QString::fromLatin1(field(PG_DIAG_SQLSTATE))),
            u"Let the user of DATABASE_URL create the table capstan_call and insert into it."_s};
}
} // namespace

void PostgresConnection::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

PostgresConnection::PostgresConnection(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(core::Error{core::ErrorCode::Unavailable,
                           u"PostgreSQL does not answer."_s,
                           u"Check the host of DATABASE_URL and the network."_s});
    });
}

PostgresConnection::~PostgresConnection() = default;

bool PostgresConnection::isOpen() const
{
    return m_stage == Stage::Open;
}

void PostgresConnection::open(const core::Secret &address, Answered answered)
{
    close();
    m_answered = std::move(answered);
    m_answer = QByteArray();
    const QByteArray uri = addressForLibpq(address.expose());
    using Texts = std::array<const char *, 4>;
    const Texts names{"dbname", "fallback_application_name", "client_encoding", nullptr};
    const Texts values{uri.constData(), "capstan", "UTF8", nullptr};
    m_connection.reset(PQconnectStartParams(names.data(), values.data(), 1));
    m_stage = Stage::Connecting;
    m_patience.start();
    if (m_connection == nullptr || PQstatus(m_connection.get()) == CONNECTION_BAD) {
        finish(isReadable(uri) ? lost() : unreadable());
        return;
    }
    watch(true);
}

void PostgresConnection::run(const char *statement, const QByteArray &parameter, Answered answered)
{
    m_answered = std::move(answered);
    m_answer = QByteArray();
    m_stage = Stage::Asking;
    m_patience.start();
    const std::array<const char *, 1> values{parameter.constData()};
    const int count = parameter.isNull() ? 0 : 1;
    PGconn *connection = m_connection.get();
    if (PQsendQueryParams(
            connection, statement, count, nullptr, values.data(), nullptr, nullptr, 0) != 1) {
        finish(lost());
        return;
    }
    watch(PQflush(connection) != 0);
}

void PostgresConnection::close()
{
    unwatch();
    m_patience.stop();
    m_connection.reset();
    m_stage = Stage::Closed;
}

void PostgresConnection::goOn()
{
    if (m_stage == Stage::Connecting) {
        connectOn();
    } else if (m_stage == Stage::Asking) {
        askOn();
    }
}

void PostgresConnection::connectOn()
{
    switch (PQconnectPoll(m_connection.get())) {
    case PGRES_POLLING_READING:
        watch(false);
        return;
    case PGRES_POLLING_OK:
        PQsetnonblocking(m_connection.get(), 1);
        finish(QByteArray());
        return;
    case PGRES_POLLING_FAILED:
        finish(lost());
        return;
    default:
        watch(true);
    }
}

void PostgresConnection::askOn()
{
    PGconn *connection = m_connection.get();
    if (PQconsumeInput(connection) != 1) {
        finish(lost());
        return;
    }
    while (PQisBusy(connection) == 0) {
        const ResultPointer result(PQgetResult(connection));
        if (result == nullptr) {
            finish(std::exchange(m_answer, QByteArray()));
            return;
        }
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_TUPLES_OK && PQntuples(result.get()) > 0) {
            m_answer = QByteArray(PQgetvalue(result.get(), 0, 0));
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            m_answer = refused(result.get());
        }
    }
    watch(PQflush(connection) != 0);
}

/// Reading too while it writes: the server may have something to say in the middle.
void PostgresConnection::watch(bool forWriting)
{
    unwatch();
    const int socket = PQsocket(m_connection.get());
    m_readable = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &PostgresConnection::goOn);
    if (forWriting) {
        m_writable = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &PostgresConnection::goOn);
    }
}

/// May run in a notifier's own signal.
void PostgresConnection::unwatch()
{
    for (auto *notifier : {&m_readable, &m_writable}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater();
        }
    }
}

/// Later, so that nobody is called back from within his own call.
void PostgresConnection::finish(Answer answer)
{
    unwatch();
    m_patience.stop();
    const bool isLost = !answer.ok() && (m_stage == Stage::Connecting || !m_connection ||
                                         PQstatus(m_connection.get()) == CONNECTION_BAD);
    const bool isLate = m_stage == Stage::Asking && !answer.ok() &&
                        answer.error().code == core::ErrorCode::Unavailable;
    if (isLost || isLate) {
        close();
    } else {
        m_stage = Stage::Open;
    }
    QMetaObject::invokeMethod(
        this,
        [answered = std::exchange(m_answered, {}), answer = std::move(answer)] {
            answered(answer);
        },
        Qt::QueuedConnection);
}

core::Error PostgresConnection::lost() const
{
    QString words = QString::fromUtf8(PQerrorMessage(m_connection.get())).simplified();
    while (words.endsWith(u'.') || words.endsWith(u'?')) {
        words.chop(1); // the sentence goes on
    }
    return {core::ErrorCode::Unavailable,
            u"PostgreSQL cannot be reached: %1."_s.arg(words.left(LongestMessage)),
            u"Start the server, or correct DATABASE_URL."_s};
}

} // namespace proxy
