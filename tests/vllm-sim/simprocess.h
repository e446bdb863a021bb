// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTcpSocket>

/// Members of request bodies that the tests share; each ends with its comma.
inline const QByteArray IncludeUsage = R"("stream":true,"stream_options":{"include_usage":true},)";
inline const QByteArray ContinuousUsage =
    R"("stream":true,"stream_options":{"include_usage":true,"continuous_usage_stats":true},)";
inline const QByteArray OneTool =
    R"("tools":[{"type":"function","function":{"name":"get_weather"}}],"tool_choice":"auto",)";
inline const QByteArray ChatPath = "/v1/chat/completions";
inline const QByteArray TextPath = "/v1/completions";

/// The body of a chat with one user message (without anything to escape) and more members.
[[nodiscard]] QByteArray chat(const QByteArray &content, const QByteArray &more = {});

/// What came back over one connection.
struct SimReply
{
    int status = 0; ///< 0: the connection closed before a head
    QByteArray head;
    QByteArray body;       ///< chunks joined
    QByteArrayList chunks; ///< of a chunked body, one by one
    bool isWhole = false;  ///< all of the body that the head promised

    /// The data of each event, in order.
    [[nodiscard]] QByteArrayList events() const;
    [[nodiscard]] QJsonObject json() const;
};

/// The real binary on a free port, for the time of a test.
class SimProcess
{
public:
    /// Fails the test (isRunning() is false) when no ready line comes.
    explicit SimProcess(const QStringList &arguments = {});
    ~SimProcess();

    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// One request on a connection of its own, read to the end.
    [[nodiscard]] SimReply get(const QByteArray &path) const;
    [[nodiscard]] SimReply
    post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {}) const;
    /// The bytes of such a request.
    [[nodiscard]] static QByteArray
    request(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});
    /// Connects; the caller writes and reads.
    void connectTo(QTcpSocket &socket) const;
    /// Reads until the peer closes, or nothing came for ten seconds.
    [[nodiscard]] static SimReply readAll(QTcpSocket &socket);

    [[nodiscard]] QJsonObject counters() const;
    /// The newest record of that id; empty when there is none.
    [[nodiscard]] QJsonObject record(const QByteArray &id) const;
    /// The value of a sample of /metrics, by its name and a part of its labels.
    [[nodiscard]] double metric(const QByteArray &name, const QByteArray &label = {}) const;

private:
    QProcess m_process;
    quint16 m_port = 0;
};
