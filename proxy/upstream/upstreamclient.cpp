// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/curlloop.h"
#include "proxy/upstream/transfer.h"
#include "proxy/upstream/upstreamcall.h"

#include <QTimer>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace proxy {
namespace {

/// Handles kept for the next request; each is some 20 KiB.
constexpr std::size_t MaximumSpareTransfers = 256;
/// How often silence is looked for at most; a call is found a quarter of its time late.
constexpr std::chrono::milliseconds LongestSilenceCheck{1'000};
constexpr std::chrono::milliseconds ShortestSilenceCheck{10};

} // namespace

/// Owns all transfers. One that ends goes back to the spare ones only between two calls of curl.
struct UpstreamClient::Private
{
    class Call;

    Private();
    ~Private();

    void start(Call &call, UpstreamRequest request, UpstreamListener &listener);
    void cancel(Call &call);
    void resume(Transfer *transfer);
    [[nodiscard]] std::unique_ptr<Transfer> takeSpare();
    /// Cuts the tie to the call; the transfer is then ours alone.
    void detach(Transfer *transfer);
    void release(Transfer *transfer);
    void onDone(CURL *easy, CURLcode result);
    void doPostponed();
    void removeCancelled();
    void watchSilence(std::chrono::milliseconds timeout);
    void checkSilence();

    struct Running
    {
        std::unique_ptr<Transfer> transfer;
        Call *call = nullptr;
    };
    std::unordered_map<Transfer *, Running> m_running;
    std::vector<std::unique_ptr<Transfer>> m_spare;
    // Wishes from within curl's callbacks, where curl allows none of them.
    std::vector<Transfer *> m_toStart;
    std::vector<Transfer *> m_toRemove;
    std::vector<Transfer *> m_toResume;
    QTimer m_silenceTimer;
    CurlLoop m_loop;
};

class UpstreamClient::Private::Call final : public UpstreamCall
{
public:
    explicit Call(Private &client)
        : m_client(&client)
    {}
    ~Call() override { Call::cancel(); }
    void cancel() override
    {
        if (m_transfer != nullptr) {
            m_client->cancel(*this);
        }
    }
    void pause() override
    {
        if (m_transfer != nullptr) {
            m_transfer->pause();
        }
    }
    void resume() override
    {
        if (m_transfer != nullptr) {
            m_client->resume(m_transfer);
        }
    }

private:
    friend struct UpstreamClient::Private;
    Private *m_client = nullptr;
    Transfer *m_transfer = nullptr; ///< null once it has ended
};

UpstreamClient::Private::Private()
    : m_loop([this](CURL *easy, CURLcode result) { onDone(easy, result); },
             [this] { doPostponed(); })
{
    m_silenceTimer.setTimerType(Qt::CoarseTimer);
    QObject::connect(&m_silenceTimer, &QTimer::timeout, &m_loop, [this] { checkSilence(); });
}

UpstreamClient::Private::~Private()
{
    for (auto &[transfer, running] : m_running) {
        detach(transfer);
        transfer->silence();
        m_loop.remove(transfer->easy());
    }
}

std::unique_ptr<Transfer> UpstreamClient::Private::takeSpare()
{
    if (m_spare.empty()) {
        return std::make_unique<Transfer>();
    }
    auto transfer = std::move(m_spare.back());
    m_spare.pop_back();
    return transfer;
}

void UpstreamClient::Private::start(Call &call, UpstreamRequest request, UpstreamListener &listener)
{
    auto owned = takeSpare();
    Transfer *const transfer = owned.get();
    call.m_transfer = transfer;
    m_running.emplace(transfer, Running{std::move(owned), &call});
    watchSilence(request.silenceTimeout);
    transfer->prepare(std::move(request), listener);
    m_toStart.push_back(transfer);
    m_loop.wake();
}

void UpstreamClient::Private::detach(Transfer *transfer)
{
    if (Call *const call = std::exchange(m_running.at(transfer).call, nullptr)) {
        call->m_transfer = nullptr;
    }
}

void UpstreamClient::Private::cancel(Call &call)
{
    Transfer *const transfer = call.m_transfer;
    detach(transfer);
    transfer->silence();
    m_toRemove.push_back(transfer);
    if (!m_loop.isInsideCurl()) {
        doPostponed();
    }
}

void UpstreamClient::Private::resume(Transfer *transfer)
{
    m_toResume.push_back(transfer);
    m_loop.wake(); // curl hands out what it holds at once, which must not nest in a callback
}

void UpstreamClient::Private::release(Transfer *transfer)
{
    auto node = m_running.extract(transfer);
    std::erase(m_toStart, transfer);
    std::erase(m_toResume, transfer);
    if (m_spare.size() < MaximumSpareTransfers) {
        m_spare.push_back(std::move(node.mapped().transfer));
    }
    if (m_running.empty()) {
        m_silenceTimer.stop();
    }
}

void UpstreamClient::Private::onDone(CURL *easy, CURLcode result)
{
    Transfer *const transfer = Transfer::of(easy);
    if (transfer->retry(result)) {
        m_loop.add(easy);
        return;
    }
    detach(transfer);
    std::erase(m_toRemove, transfer);
    // Its place among the running is kept until the listener has been told: a call that the
    // listener sends now must not get this transfer.
    transfer->finish(result);
    release(transfer);
}

void UpstreamClient::Private::doPostponed()
{
    removeCancelled();
    for (Transfer *const transfer : std::exchange(m_toStart, {})) {
        m_loop.add(transfer->easy());
    }
    while (!m_toResume.empty()) {
        Transfer *const transfer = m_toResume.back();
        m_toResume.pop_back();
        if (transfer->resume()) {
            m_loop.unpause(transfer->easy());
            removeCancelled();
        }
    }
}

void UpstreamClient::Private::removeCancelled()
{
    while (!m_toRemove.empty()) {
        Transfer *const transfer = m_toRemove.back();
        m_toRemove.pop_back();
        m_loop.remove(transfer->easy());
        release(transfer);
    }
}

void UpstreamClient::Private::watchSilence(std::chrono::milliseconds timeout)
{
    const auto wanted = std::clamp(timeout / 4, ShortestSilenceCheck, LongestSilenceCheck);
    if (!m_silenceTimer.isActive() || m_silenceTimer.intervalAsDuration() > wanted) {
        m_silenceTimer.start(wanted);
    }
}

void UpstreamClient::Private::checkSilence()
{
    const auto now = Transfer::Clock::now();
    std::vector<Transfer *> silent;
    for (const auto &[transfer, running] : m_running) {
        if (transfer->isTooSilent(now)) {
            silent.push_back(transfer);
        }
    }
    for (Transfer *const transfer : silent) {
        // The listener of one may have cancelled the next, or used its handle for a new call.
        if (!m_running.contains(transfer) || !transfer->isTooSilent(now)) {
            continue;
        }
        detach(transfer);
        m_loop.remove(transfer->easy());
        transfer->finishSilent();
        release(transfer);
    }
}

UpstreamClient::UpstreamClient()
    : m_private(std::make_unique<Private>())
{}

UpstreamClient::~UpstreamClient() = default;

std::unique_ptr<UpstreamCall> UpstreamClient::send(UpstreamRequest request,
                                                   UpstreamListener &listener)
{
    auto call = std::make_unique<Private::Call>(*m_private);
    m_private->start(*call, std::move(request), listener);
    return call;
}

int UpstreamClient::running() const
{
    return static_cast<int>(m_private->m_running.size());
}

} // namespace proxy
