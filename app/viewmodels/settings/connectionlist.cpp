// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/connectionlist.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// More names than these only push the rest of the line away.
constexpr std::size_t NamesShown = 3;

QString typeWord(core::DestinationType type)
{
    switch (type) {
    case core::DestinationType::Langfuse:
        return u"Langfuse"_s;
    case core::DestinationType::Helicone:
        return u"Helicone"_s;
    case core::DestinationType::Otlp:
        return u"OpenTelemetry"_s;
    case core::DestinationType::Jsonl:
        return ConnectionList::tr("file");
    case core::DestinationType::Postgres:
        return u"PostgreSQL"_s;
    }
    return {};
}

QString modelNames(const std::vector<QByteArray> &models)
{
    if (models.size() > NamesShown) {
        return ConnectionList::tr("%n model(s)", nullptr, static_cast<int>(models.size()));
    }
    QStringList names;
    for (const QByteArray &model : models) {
        names.push_back(QString::fromUtf8(model));
    }
    return names.join(u", "_s);
}

/// What vLLM says of itself beside its load: " · prefix hits 61 % · first token 310 ms".
QString engineWords(const core::EngineFigures &engine)
{
    QString words;
    if (engine.prefixHitRatio >= 0) {
        words +=
            u" · "_s +
            ConnectionList::tr("prefix hits %1").arg(formatting::percent(engine.prefixHitRatio));
    }
    if (engine.firstTokenSeconds >= 0) {
        const std::chrono::duration<double> first(engine.firstTokenSeconds);
        words += u" · "_s +
                 ConnectionList::tr("first token %1")
                     .arg(formatting::duration(std::chrono::duration_cast<core::Duration>(first)));
    }
    return words;
}

QString queueWord(const core::DestinationStatus &status)
{
    if (status.state == core::DestinationStatus::State::Blocked) {
        return ConnectionList::tr("needs you");
    }
    return status.queued > 0
               ? ConnectionList::tr("%1 waiting").arg(formatting::count(status.queued))
               : ConnectionList::tr("up to date");
}

/// " · sent 1,204 · refused 1 · given up 12", and what is the matter.
QString queueDetail(const core::DestinationStatus &status)
{
    QString words = u" · "_s + ConnectionList::tr("sent %1").arg(formatting::count(status.sent));
    if (status.rejected > 0) {
        words +=
            u" · "_s + ConnectionList::tr("refused %1").arg(formatting::count(status.rejected));
    }
    if (status.dropped > 0) {
        words +=
            u" · "_s + ConnectionList::tr("given up %1").arg(formatting::count(status.dropped));
    }
    return status.lastError.isEmpty() ? words
                                      : words + u". "_s + sentences::translated(status.lastError);
}

std::vector<ConnectionRow> rowsOf(const core::Configuration &configuration)
{
    std::vector<ConnectionRow> rows;
    for (const core::Provider &provider : configuration.providers) {
        ConnectionRow row;
        row.name = QString::fromUtf8(provider.name);
        row.address = QString::fromUtf8(provider.baseUrl);
        row.detail = row.address;
        row.editable = !configuration.isWritten(u"providers.%1.base_url"_s.arg(row.name));
        rows.push_back(row);
    }
    return rows;
}

} // namespace

QString findingWord(const UpstreamFinding &finding)
{
    switch (finding.kind) {
    case UpstreamFinding::Kind::Works:
        return ConnectionList::tr("answers in %1").arg(formatting::duration(finding.time));
    case UpstreamFinding::Kind::NoAnswer:
        return ConnectionList::tr("no answer");
    case UpstreamFinding::Kind::KeyRefused:
        return ConnectionList::tr("key refused");
    case UpstreamFinding::Kind::NoModels:
        return ConnectionList::tr("no model server");
    }
    return {};
}

QString findingModels(const UpstreamFinding &finding)
{
    return finding.models.empty() ? ConnectionList::tr("no model is loaded")
                                  : modelNames(finding.models);
}

QString findingDetail(const UpstreamFinding &finding)
{
    switch (finding.kind) {
    case UpstreamFinding::Kind::Works:
        return finding.version.isEmpty() ? findingModels(finding)
                                         : u"vLLM %1 · %2"_s.arg(QString::fromUtf8(finding.version),
                                                                 findingModels(finding));
    case UpstreamFinding::Kind::NoAnswer:
        return ConnectionList::tr("%1. Check the address, and that the server runs.")
            .arg(sentences::translated(finding.detail));
    case UpstreamFinding::Kind::KeyRefused:
        return ConnectionList::tr("%1: the key was refused, or there is none. Set it under "
                                  "Credentials.")
            .arg(finding.status);
    case UpstreamFinding::Kind::NoModels:
        return ConnectionList::tr("%1 for /v1/models. Give the server's own address, as "
                                  "http://localhost:8000.")
            .arg(finding.status);
    }
    return {};
}

void ConnectionList::put(const std::vector<ConnectionRow> &rows)
{
    const int before = rowCount();
    synchronise(rows);
    if (before != rowCount()) {
        Q_EMIT countChanged();
    }
}

void ConnectionList::setUpstreams(const core::Configuration &configuration)
{
    m_inForce.clear();
    std::vector<ConnectionRow> rows = rowsOf(configuration);
    for (const ConnectionRow &row : rows) {
        m_inForce.insert(row.name, row.address);
    }
    put(rows);
}

void ConnectionList::wantUpstreams(const core::Configuration &configuration)
{
    std::vector<ConnectionRow> rows = rowsOf(configuration);
    for (ConnectionRow &row : rows) {
        row.isInForce = m_inForce.value(row.name) == row.address;
        row.state = row.isInForce ? QString() : tr("after the restart");
        const auto before = named(row.name);
        if (before && before->address == row.address) {
            row = *before;
        }
    }
    put(rows);
}

void ConnectionList::setDestinations(const core::TelemetrySettings &telemetry)
{
    std::vector<ConnectionRow> rows;
    for (const core::Destination &destination : telemetry.destinations) {
        ConnectionRow row;
        row.name = QString::fromUtf8(destination.name);
        row.address = QString::fromUtf8(destination.url);
        row.detail = typeWord(destination.type) + u" · "_s + row.address;
        rows.push_back(row);
    }
    put(rows);
}

void ConnectionList::apply(const core::Snapshot &snapshot)
{
    for (const core::UpstreamStatus &status : snapshot.upstreams) {
        auto row = named(status.name);
        if (!row || !row->isInForce || row->testing || row->works || row->fails) {
            continue; // what a person has tried stays until it is tried again
        }
        row->state = status.reachable ? tr("up") : tr("down");
        row->detail = row->address + u" · "_s +
                      (status.reachable || status.lastError.isEmpty()
                           ? modelNames(status.models)
                           : sentences::translated(status.lastError)) +
                      engineWords(status.engine);
        change(*row);
    }
}

void ConnectionList::applyDestinations(const core::Snapshot &snapshot)
{
    for (const core::DestinationStatus &status : snapshot.destinations) {
        auto row = named(QString::fromUtf8(status.name));
        if (!row || row->testing || row->works || row->fails) {
            continue;
        }
        row->state = queueWord(status);
        row->detail = row->address + queueDetail(status);
        change(*row);
    }
}

std::optional<ConnectionRow> ConnectionList::named(const QString &name) const
{
    const auto found = std::ranges::find(rows(), name, &ConnectionRow::name);
    return found == rows().end() ? std::nullopt : std::optional(*found);
}

void ConnectionList::change(const ConnectionRow &row)
{
    std::vector<ConnectionRow> all = rows();
    std::ranges::replace_if(
        all, [&row](const ConnectionRow &each) { return each.name == row.name; }, row);
    synchronise(all);
}

void ConnectionList::test(int index)
{
    if (index < 0 || index >= rowCount() || at(index).testing) {
        return;
    }
    ConnectionRow row = at(index);
    row.testing = true;
    row.works = row.fails = false;
    row.state = tr("trying…");
    change(row);
    Q_EMIT testRequested(row.name, row.address);
}

void ConnectionList::takeFinding(const QString &name,
                                 const QString &address,
                                 const UpstreamFinding &finding)
{
    if (auto row = named(name); row && row->address == address) {
        row->testing = false;
        row->works = finding.works();
        row->fails = !finding.works();
        row->state = findingWord(finding);
        row->detail = finding.works() ? row->address + u" · "_s + findingDetail(finding)
                                      : findingDetail(finding);
        change(*row);
    }
}

void ConnectionList::takeReport(const QString &name,
                                bool works,
                                const QString &reached,
                                const QString &advice)
{
    if (auto row = named(name)) {
        row->testing = false;
        row->works = works;
        row->fails = !works;
        row->state = works ? tr("works") : tr("does not work");
        row->detail = sentences::translated(advice.isEmpty() ? reached : reached + u' ' + advice);
        change(*row);
    }
}
