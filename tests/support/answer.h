// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QJsonObject>

namespace test {

/// One HTTP answer, read as its bytes come.
class Answer
{
public:
    /// False when the bytes are no HTTP. Bytes after the end belong to the next answer: none are
    /// expected, as the tests do not pipeline.
    bool feed(QByteArrayView bytes);
    /// The connection ended: whole only without a stated length.
    void feedEnd();

    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; } ///< all that the head promised
    [[nodiscard]] int status() const { return m_status; }    ///< 0: no head came
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; } ///< out of its chunks
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;

    [[nodiscard]] QJsonObject json() const;
    /// The object behind "error"; empty when there is none.
    [[nodiscard]] QJsonObject error() const;
    [[nodiscard]] QByteArray errorCode() const;
    /// The data of each server-sent event.
    [[nodiscard]] QByteArrayList events() const;

private:
    void takeHead();
    bool takeChunks();

    QByteArray m_pending;
    QByteArray m_head;
    QByteArray m_body;
    int m_status = 0;
    qint64 m_length = -1; ///< -1: chunked, or to the end of the connection
    bool m_isChunked = false;
    bool m_hasHead = false;
    bool m_isWhole = false;
};

} // namespace test
