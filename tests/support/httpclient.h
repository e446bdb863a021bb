// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"

namespace test {

/// The bytes of a request; with a body also its Content-Type and length. `headers` are whole lines.
[[nodiscard]] QByteArray requestBytes(const QByteArray &method,
                                      const QByteArray &path,
                                      const QByteArray &body = {},
                                      const QByteArray &headers = {});

/// A well-behaved client of one kept connection. Blocks; no event loop is needed, so that it may
/// live in any thread.
class HttpClient
{
public:
    explicit HttpClient(quint16 port)
        : m_port(port)
    {}
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// Status 0 when the server is not there or hung up.
    Answer get(const QByteArray &path) { return send(requestBytes("GET", path)); }
    Answer post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        return send(requestBytes("POST", path, body, headers));
    }
    Answer remove(const QByteArray &path) { return send(requestBytes("DELETE", path)); }
    Answer send(const QByteArray &bytes);

    // The halves of send(), for streams that are looked at while they come.
    [[nodiscard]] bool begin(const QByteArray &bytes);
    /// Reads on until `enough` says so, or the answer ends; false when it ended.
    bool readUntil(Answer &answer, auto enough)
    {
        while (!enough(answer)) {
            if (answer.isWhole() || !readMore(answer)) {
                return false;
            }
        }
        return true;
    }
    void finish(Answer &answer)
    {
        readUntil(answer, [](const Answer &) { return false; });
    }
    void close();

private:
    bool readMore(Answer &answer);
    [[nodiscard]] bool write(QByteArrayView bytes);

    quint16 m_port;
    int m_descriptor = -1;
};

} // namespace test
