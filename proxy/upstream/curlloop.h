// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>
#include <functional>
#include <memory>
#include <vector>

namespace proxy {

/// A libcurl multi handle on the Qt event loop of its thread. All of curl's sockets stand in one
/// epoll set that one QSocketNotifier watches: Qt's dispatcher polls every descriptor it knows in
/// each turn and sends an event for each that is ready, which with 500 streams costs more than
/// curl does.
class CurlLoop : public QObject
{
public:
    /// `done` gets each handle that has ended, after it left the multi handle; it runs outside of
    /// curl and may add and remove handles. `turn` runs outside of curl too, once per turn.
    CurlLoop(std::function<void(CURL *, CURLcode)> done, std::function<void()> turn);
    ~CurlLoop() override;

    void add(CURL *easy);
    /// Takes a handle out and closes its connection. Only while not isInsideCurl().
    void remove(CURL *easy);
    /// Lets a handle that a write callback has paused go on. Only while not isInsideCurl().
    void unpause(CURL *easy);
    /// True while a curl callback runs: handles may then not be added or removed.
    [[nodiscard]] bool isInsideCurl() const { return m_insideCurl; }
    /// Runs a turn soon.
    void wake();

protected:
    bool event(QEvent *event) override;

private:
    /// What the kernel was last told of a socket: curl takes a kept connection out and puts it
    /// back for each request, and each time is a system call saved.
    struct Socket
    {
        quint32 registered = 0;
        quint32 wanted = 0;
        /// Made by us, so that we hear when it is closed. Those of curl's resolver are not: their
        /// descriptor may come back as another socket at any time.
        bool isOurs = false;
    };

    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *);
    static int onTimer(CURLM *multi, long milliseconds, void *self);
    static curl_socket_t onOpen(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onClose(void *self, curl_socket_t socket);
    void watch(curl_socket_t socket, int what);
    [[nodiscard]] Socket &stateOf(curl_socket_t socket);
    void dispatchSockets();
    void act(curl_socket_t socket, int ready);
    void finishTurn();

    std::function<void(CURL *, CURLcode)> m_done;
    std::function<void()> m_turn;
    CURLM *m_multi = nullptr;
    int m_epoll = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    std::vector<Socket> m_sockets; ///< by descriptor
    bool m_insideCurl = false;
    bool m_wakePosted = false;
};

} // namespace proxy
