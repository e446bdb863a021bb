// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providerwords.h"

#include <QJsonObject>
#include <QMap>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace test {

/// One generation as the provider counts it.
struct Generated
{
    QByteArray path;                      ///< with its query
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QJsonObject body;
    ProviderScript script;
    qint64 output = 0; ///< tokens generated, whether anybody read them or not
};

/// A provider that does what the marks in a request say, with real sockets and threads of its own.
/// With a key it answers 401 to who does not give it in the provider's own header.
class ProviderSim
{
public:
    explicit ProviderSim(Api api, QByteArray key = {});
    ~ProviderSim();
    ProviderSim(const ProviderSim &) = delete;
    ProviderSim &operator=(const ProviderSim &) = delete;

    [[nodiscard]] QByteArray url() const;
    /// All that it has ended, in the order of their ends; not what it refused.
    [[nodiscard]] std::vector<Generated> generated();
    /// Nothing is being answered: a client may have its answer a moment before generated() has it.
    [[nodiscard]] bool isIdle() const { return m_answering == 0; }

private:
    void live();
    void serve(int connection);
    [[nodiscard]] bool answer(int connection, Generated request);
    [[nodiscard]] bool stream(int connection, Generated &request);
    [[nodiscard]] const ProviderWords &wordsFor(const Generated &request) const;
    [[nodiscard]] bool isKnown(const Generated &request) const;

    Api m_api;
    QByteArray m_key;
    std::unique_ptr<ProviderWords> m_words;
    std::unique_ptr<ProviderWords> m_responses; ///< the same provider's, under /responses
    std::atomic<int> m_answering = 0;
    int m_listener = -1;
    quint16 m_port = 0;
    std::mutex m_mutex; ///< guards what follows
    std::vector<Generated> m_generated;
    std::vector<int> m_connections;
    std::vector<std::thread> m_serving;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace test
