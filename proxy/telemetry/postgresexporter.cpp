// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/postgresexporter.h"

#include "core/base/jsonwriter.h"
#include "proxy/telemetry/eventwords.h"

#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

// Asks first, because CREATE TABLE IF NOT EXISTS wants the right to create even where there is
// nothing to do.
constexpr const char *CreateTable =
    "DO $$ BEGIN IF to_regclass('capstan_call') IS NULL THEN"
    " CREATE TABLE capstan_call ("
    "  request_id text NOT NULL, attempt integer NOT NULL, kind text NOT NULL,"
    "  started_at timestamptz NOT NULL, ended_at timestamptz NOT NULL,"
    "  tenant text NOT NULL, agent text NOT NULL, user_id text NOT NULL, key_id text NOT NULL,"
    "  feature text NOT NULL, experiment text NOT NULL, namespace text NOT NULL,"
    "  team text NOT NULL, provider text NOT NULL, model text NOT NULL, route text NOT NULL,"
    "  tags jsonb NOT NULL, decision text NOT NULL, code text, ending text, http_status integer,"
    "  input_tokens bigint NOT NULL, cached_input_tokens bigint NOT NULL,"
    "  cache_write_tokens bigint NOT NULL, output_tokens bigint NOT NULL,"
    "  reasoning_tokens bigint NOT NULL, cost_nanodollars bigint NOT NULL,"
    "  cost_usd numeric GENERATED ALWAYS AS (cost_nanodollars * 0.000000001) STORED,"
    "  price_source text, trace_id text NOT NULL,"
    "  PRIMARY KEY (request_id, attempt));"
    " CREATE INDEX capstan_call_by_time ON capstan_call (started_at);"
    " END IF; END $$";

// The columns by name: the table may have been made by an older version, or have more of its own.
constexpr const char *Insert =
    "INSERT INTO capstan_call (request_id, attempt, kind, started_at, ended_at, tenant, agent,"
    " user_id, key_id, feature, experiment, namespace, team, provider, model, route, tags,"
    " decision, code, ending, http_status, input_tokens, cached_input_tokens, cache_write_tokens,"
    " output_tokens, reasoning_tokens, cost_nanodollars, price_source, trace_id)"
    " SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(request_id text, attempt integer, kind text,"
    " started_at timestamptz, ended_at timestamptz, tenant text, agent text, user_id text,"
    " key_id text, feature text, experiment text, namespace text, team text, provider text,"
    " model text, route text, tags jsonb, decision text, code text, ending text,"
    " http_status integer, input_tokens bigint, cached_input_tokens bigint,"
    " cache_write_tokens bigint, output_tokens bigint, reasoning_tokens bigint,"
    " cost_nanodollars bigint, price_source text, trace_id text)"
    " ON CONFLICT (request_id, attempt) DO NOTHING";

constexpr const char *Who = "SELECT format('PostgreSQL %s, database \"%s\", as \"%s\"',"
                            " current_setting('server_version'), current_database(), current_user)";

constexpr const char *Rights = "SELECT CASE WHEN to_regclass('capstan_call') IS NULL"
                               " THEN has_schema_privilege(current_schema(), 'CREATE')"
                               " ELSE has_table_privilege('capstan_call', 'INSERT') END";

void writeAttribution(core::JsonWriter &row, const core::Attribution &attribution)
{
    using core::Dimension;
    constexpr std::pair<const char *, Dimension> Columns[] = {
        {"tenant", Dimension::Tenant},
        {"agent", Dimension::Agent},
        {"user_id", Dimension::User},
        {"key_id", Dimension::Key},
        {"feature", Dimension::Feature},
        {"experiment", Dimension::Experiment},
        {"namespace", Dimension::Namespace},
        {"team", Dimension::Team},
        {"provider", Dimension::Provider},
        {"model", Dimension::Model},
        {"route", Dimension::Route},
    };
    for (const auto &[column, dimension] : Columns) {
        row.text(column, attribution.of(dimension));
    }
    core::JsonWriter tags;
    for (const auto &[name, value] : attribution.tags) {
        tags.text(name, value);
    }
    row.raw("tags", tags.toJson());
}

void writeCost(core::JsonWriter &row, const core::CallEvent &event)
{
    row.number("input_tokens", event.usage.input)
        .number("cached_input_tokens", event.usage.cachedInput)
        .number("cache_write_tokens", event.usage.cacheWrite)
        .number("output_tokens", event.usage.output)
        .number("reasoning_tokens", event.usage.reasoning)
        .number("cost_nanodollars", event.cost.nanos());
}

QByteArray rowOf(const core::CallEvent &event)
{
    const bool isCall = event.kind == core::CallEvent::Kind::Call;
    core::JsonWriter row;
    row.text("request_id", event.id.toText())
        .number("attempt", event.attempt)
        .text("kind", isCall ? "call" : "refusal")
        .text("started_at", isoTime(event.startedAt))
        .text("ended_at", isoTime(event.endedAt))
        .text("decision", core::decisionName(event.decision))
        .textOrNull("code", event.code)
        .textOrNull("price_source", event.priceSource)
        .text("trace_id", event.traceId);
    if (isCall) {
        row.text("ending", core::endingName(event.ending)).number("http_status", event.httpStatus);
    }
    writeAttribution(row, event.attribution);
    writeCost(row, event);
    return row.toJson();
}

QByteArray rowsOf(const Events &events)
{
    QByteArrayList rows;
    rows.reserve(std::ssize(events));
    for (const core::OutboxEvent &event : events) {
        rows += rowOf(event.event);
    }
    return '[' + rows.join(',') + ']';
}

Delivery::Kind kindOf(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::InvalidInput:
        return Delivery::Kind::Smaller;
    case core::ErrorCode::Conflict:
        return Delivery::Kind::Blocked;
    default:
        return Delivery::Kind::Later;
    }
}

} // namespace

PostgresExporter::PostgresExporter(const ExportSite &site, const core::Destination &destination)
    : m_site(site)
    , m_destination(destination)
{}

void PostgresExporter::deliver(const Events &events, Done done)
{
    m_done = std::move(done);
    m_rows = rowsOf(events);
    const core::SecretName &name = m_destination.key;
    const core::Secret address = m_site.secrets ? m_site.secrets(name) : name.value;
    if (!address.isSet()) {
        finish(core::Error{core::ErrorCode::Conflict,
                           u"The address of the PostgreSQL database is not there."_s,
                           u"Set DATABASE_URL."_s});
        return;
    }
    if (m_connection.isOpen() && address == m_address) {
        insert();
        return;
    }
    m_address = address;
    connect();
}

void PostgresExporter::connect()
{
    m_connection.open(m_address, [this](const PostgresConnection::Answer &answer) {
        answer.ok() ? prepare() : finish(answer);
    });
}

void PostgresExporter::prepare()
{
    m_connection.run(CreateTable, {}, [this](const PostgresConnection::Answer &answer) {
        answer.ok() ? insert() : finish(answer);
    });
}

void PostgresExporter::insert()
{
    m_connection.run(
        Insert, m_rows, [this](const PostgresConnection::Answer &answer) { finish(answer); });
}

void PostgresExporter::finish(const PostgresConnection::Answer &answer)
{
    Delivery delivery;
    if (!answer.ok()) {
        delivery.kind = kindOf(answer.error().code);
        delivery.message = answer.error().message + u' ' + answer.error().remedy;
        m_connection.close(); // what was wrong may be mended by a new one: a role, the table
    }
    std::exchange(m_done, {})(delivery);
}

PostgresTest::PostgresTest(const core::Secret &address, Answered answered)
    : m_answered(std::move(answered))
{
    m_connection.open(address, [this](const PostgresConnection::Answer &answer) {
        answer.ok() ? askWho() : m_answered(answer);
    });
}

void PostgresTest::askWho()
{
    m_connection.run(Who, {}, [this](const PostgresConnection::Answer &answer) {
        if (!answer.ok()) {
            m_answered(answer);
            return;
        }
        m_who = *answer;
        askRights();
    });
}

void PostgresTest::askRights()
{
    m_connection.run(Rights, {}, [this](const PostgresConnection::Answer &answer) {
        if (answer.ok() && *answer != "t") {
            m_answered(core::Error{
                core::ErrorCode::Conflict,
                QString::fromUtf8(m_who) + u" may not write there."_s,
                u"GRANT CREATE ON SCHEMA public, or INSERT on the table capstan_call, to it."_s});
            return;
        }
        m_answered(answer.ok() ? PostgresConnection::Answer(m_who) : answer);
    });
}

} // namespace proxy
