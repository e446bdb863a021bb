// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/curlloop.h"

#include <QCoreApplication>
#include <QEvent>

#include <array>
#include <mutex>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace proxy {
namespace {

/// Kept idle connections of one worker; curl's own default would close them after each burst.
constexpr long MaximumIdleConnections = 512;
/// Sockets served in one turn, so that client sockets get theirs in between.
constexpr std::size_t SocketsPerTurn = 256;

QEvent::Type wakeEvent()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

void initializeCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

quint32 epollMask(int what)
{
    switch (what) {
    case CURL_POLL_IN:
        return EPOLLIN;
    case CURL_POLL_OUT:
        return EPOLLOUT;
    case CURL_POLL_INOUT:
        return EPOLLIN | EPOLLOUT;
    default:
        return 0;
    }
}

int curlMask(quint32 events)
{
    int mask = 0;
    mask |= (events & (EPOLLIN | EPOLLHUP)) != 0 ? CURL_CSELECT_IN : 0;
    mask |= (events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0;
    mask |= (events & EPOLLERR) != 0 ? CURL_CSELECT_ERR : 0;
    return mask;
}

} // namespace

CurlLoop::CurlLoop(std::function<void(CURL *, CURLcode)> done, std::function<void()> turn)
    : m_done(std::move(done))
    , m_turn(std::move(turn))
{
    initializeCurl();
    m_multi = curl_multi_init();
    m_epoll = epoll_create1(EPOLL_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, MaximumIdleConnections);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        act(CURL_SOCKET_TIMEOUT, 0);
        finishTurn();
    });
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { dispatchSockets(); });
}

CurlLoop::~CurlLoop()
{
    m_insideCurl = true;
    curl_multi_cleanup(m_multi);
    m_notifier.reset();
    close(m_epoll);
}

void CurlLoop::add(CURL *easy)
{
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &CurlLoop::onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &CurlLoop::onClose);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
    curl_multi_add_handle(m_multi, easy);
}

void CurlLoop::remove(CURL *easy)
{
    Q_ASSERT_X(!m_insideCurl, "CurlLoop", "curl refuses this inside its callbacks");
    m_insideCurl = true;
    curl_multi_remove_handle(m_multi, easy);
    m_insideCurl = false;
}

void CurlLoop::unpause(CURL *easy)
{
    m_insideCurl = true;
    curl_easy_pause(easy, CURLPAUSE_CONT);
    m_insideCurl = false;
}

void CurlLoop::wake()
{
    if (!m_wakePosted) {
        m_wakePosted = true;
        QCoreApplication::postEvent(this, new QEvent(wakeEvent()));
    }
}

bool CurlLoop::event(QEvent *event)
{
    if (event->type() != wakeEvent()) {
        return QObject::event(event);
    }
    m_wakePosted = false;
    finishTurn();
    act(CURL_SOCKET_TIMEOUT, 0);
    finishTurn();
    return true;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *self)
{
    auto *loop = static_cast<CurlLoop *>(self);
    if (milliseconds == 0) {
        loop->wake();
        return 0;
    }
    // A timer that fires early only makes curl look and ask again, so one that runs is left alone
    // when the new time is later, or none: that is the case for each request but the first.
    QTimer &timer = loop->m_timer;
    if (milliseconds > 0 && (!timer.isActive() || timer.remainingTime() > milliseconds)) {
        timer.start(static_cast<int>(milliseconds));
    }
    return 0;
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlLoop *>(self)->watch(socket, what);
    return 0;
}

CurlLoop::Socket &CurlLoop::stateOf(curl_socket_t socket)
{
    const auto index = static_cast<std::size_t>(socket);
    if (index >= m_sockets.size()) {
        m_sockets.resize(index + 1);
    }
    return m_sockets[index];
}

void CurlLoop::watch(curl_socket_t socket, int what)
{
    Socket &state = stateOf(socket);
    state.wanted = epollMask(what);
    if (state.wanted == 0 && !state.isOurs) {
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
        state.registered = 0;
    }
    // One of ours that curl lets go stays in the set, silent connections cost nothing there;
    // dispatchSockets() takes it out when it speaks.
    if (state.wanted == 0 || state.wanted == state.registered) {
        return;
    }
    epoll_event event{};
    event.events = state.wanted;
    event.data.fd = socket;
    const int operation = state.registered == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    epoll_ctl(m_epoll, operation, socket, &event);
    state.registered = state.wanted;
}

curl_socket_t CurlLoop::onOpen(void *self, curlsocktype, curl_sockaddr *address)
{
    const int type = address->socktype | SOCK_CLOEXEC;
    const curl_socket_t opened = socket(address->family, type, address->protocol);
    if (opened >= 0) {
        static_cast<CurlLoop *>(self)->stateOf(opened) = {.isOurs = true};
    }
    return opened;
}

int CurlLoop::onClose(void *self, curl_socket_t socket)
{
    static_cast<CurlLoop *>(self)->stateOf(socket) = {};
    return close(socket);
}

void CurlLoop::dispatchSockets()
{
    std::array<epoll_event, SocketsPerTurn> events;
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        const int socket = event.data.fd;
        Socket &state = stateOf(socket);
        if (state.wanted == 0) {
            epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
            state.registered = 0;
            continue;
        }
        act(socket, curlMask(event.events));
    }
    finishTurn();
}

void CurlLoop::act(curl_socket_t socket, int ready)
{
    int running = 0;
    m_insideCurl = true;
    curl_multi_socket_action(m_multi, socket, ready, &running);
    m_insideCurl = false;
}

void CurlLoop::finishTurn()
{
    m_turn();
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        CURL *const easy = message->easy_handle;
        const CURLcode result = message->data.result;
        remove(easy);
        m_done(easy, result);
        m_turn();
    }
}

} // namespace proxy
