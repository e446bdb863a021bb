// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace proxy {

class BodyFile;

/// Names lower-case, values trimmed, in the order received.
using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;
[[nodiscard]] QByteArray headerValue(const HeaderList &headers, QByteArrayView lowerCaseName);

/// One HTTP request, complete, copied out of the server (which reuses its own object).
struct HttpRequest
{
    QByteArray method; ///< "GET", "POST", ...
    QByteArray path;   ///< percent-encoded as sent, without the query
    QByteArray query;  ///< after '?', as sent
    HeaderList headers;
    QByteArray body;
    QHostAddress peer;
    std::shared_ptr<const BodyFile> form; ///< a multipart form; then `body` is empty
};

/// The answering side of one request. Lives in its worker's thread; owned by shared_ptr, may
/// outlive the connection (then everything is a no-op and isGone() is true).
class ClientStream
{
public:
    ClientStream() = default;
    ClientStream(const ClientStream &) = delete;
    ClientStream &operator=(const ClientStream &) = delete;
    virtual ~ClientStream() = default;

    /// A whole answer. Content-Length, Date and Connection are added.
    virtual void respond(int status, const HeaderList &headers, const QByteArray &body) = 0;

    /// Head of a chunked answer, then bytes as they come, then the end. Each write() goes to the
    /// kernel at once while it takes them.
    virtual void begin(int status, const HeaderList &headers) = 0;
    virtual void write(QByteArrayView bytes) = 0;
    virtual void end() = 0;
    /// Breaks a begun answer off so that the client sees it is incomplete (no last chunk).
    virtual void abort() = 0;

    [[nodiscard]] virtual bool isGone() const = 0;
    /// Bytes accepted by write() that the kernel has not taken yet.
    [[nodiscard]] virtual qint64 pendingBytes() const = 0;
    /// Called once, when the client hangs up before the answer is finished.
    virtual void onGone(std::function<void()> callback) = 0;
    /// Called each time pendingBytes() falls to zero after having been above it.
    virtual void onDrained(std::function<void()> callback) = 0;
};

/// What the server calls for each complete request, in the worker's thread.
using RequestHandler = std::function<void(HttpRequest &&, std::shared_ptr<ClientStream>)>;

} // namespace proxy
