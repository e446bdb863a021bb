// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/telemetry.h"

#include "core/ledger/ledger.h"

#include <QEventLoop>

#include <future>
#include <thread>
#include <utility>

namespace proxy {

namespace {
/// The last events get out on a working network; nobody waits longer for a dead one.
constexpr std::chrono::seconds StopPatience{3};
} // namespace

Telemetry::Telemetry(TelemetryParts parts)
    : m_parts(std::move(parts))
{
    if (!m_parts.secrets) {
        m_parts.secrets = [](const core::SecretName &name) {
            return name.value;
        };
    }
}

Telemetry::~Telemetry()
{
    stop();
}

core::Outcome Telemetry::prepare(LedgerWriter &ledger, const core::TelemetrySettings &settings)
{
    QByteArrayList names;
    QByteArrayList withContent;
    for (const core::Destination &destination : destinationsOf(settings)) {
        names.push_back(destination.name);
        if (destination.content.isWanted) {
            withContent.push_back(destination.name);
        }
    }
    return ledger.ask(
        [&](core::Ledger &opened) { return opened.outbox().serve(names, withContent); });
}

core::Outcome Telemetry::prepareForCommand(LedgerWriter &ledger)
{
    return ledger.ask([](core::Ledger &opened) { return opened.outbox().serveAsBefore(); });
}

core::Outcome Telemetry::start()
{
    if (destinationsOf(m_parts.settings).empty()) {
        return core::Done{};
    }
    std::promise<core::Outcome> promise;
    std::future<core::Outcome> opened = promise.get_future();
    m_thread.reset(QThread::create([this, &promise] {
        PostRoom room(m_parts, [this](auto status) { report(std::move(status)); });
        QEventLoop loop;
        const core::Outcome outcome = room.open();
        if (outcome.ok()) {
            enter(&room);
        }
        promise.set_value(outcome);
        if (outcome.ok()) {
            loop.exec(); // until QThread::quit()
        }
    }));
    m_thread->setObjectName(QStringLiteral("telemetry"));
    m_thread->start();
    core::Outcome outcome = opened.get();
    if (!outcome.ok()) {
        m_thread->wait();
        m_thread.reset();
    }
    return outcome;
}

void Telemetry::stop()
{
    if (!m_thread) {
        return;
    }
    /// Often enough that a stop feels immediate.
    constexpr std::chrono::milliseconds Glance{10};
    const auto deadline = std::chrono::steady_clock::now() + StopPatience;
    const auto waitUntilDone = [&](auto before) {
        while (!inRoom(before) && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(Glance);
        }
    };
    waitUntilDone([this] { return m_room->look(), m_room->isDone(); });
    inRoom([this] { return m_room->postMetrics(), true; });
    waitUntilDone([this] { return m_room->isDone(); });
    enter(nullptr);
    m_thread->quit();
    m_thread->wait();
    m_thread.reset();
}

void Telemetry::enter(PostRoom *room)
{
    const std::lock_guard lock(m_mutex);
    m_room = room;
}

bool Telemetry::inRoom(const std::function<bool()> &question)
{
    std::promise<bool> answer;
    QMetaObject::invokeMethod(
        m_room, [&] { answer.set_value(question()); }, Qt::QueuedConnection);
    return answer.get_future().get();
}

void Telemetry::retryNow()
{
    const std::lock_guard lock(m_mutex); // so long it cannot go
    if (m_room != nullptr) {
        QMetaObject::invokeMethod(m_room, &PostRoom::retryNow, Qt::QueuedConnection);
    }
}

std::vector<core::DestinationStatus> Telemetry::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

quint64 Telemetry::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

void Telemetry::report(std::vector<core::DestinationStatus> status)
{
    const std::lock_guard lock(m_mutex);
    if (status != m_status) {
        m_status = std::move(status);
        ++m_revision;
    }
}

} // namespace proxy
