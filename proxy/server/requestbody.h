// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/bodyfile.h"
#include "proxy/server/requesthead.h"

#include <memory>

namespace proxy {

/// Gathers the body of one request out of the bytes that follow its head, chunked or not, whatever
/// pieces they come in. Strict: CRLF only, chunk extensions and trailers are skipped but bounded.
class RequestBody
{
public:
    enum class Progress { Incomplete, Complete, Refused };

    RequestBody() = default;
    /// Refuses what would pass `sizeLimit`: see start().
    RequestBody(BodyKind kind, qint64 contentLength, qint64 sizeLimit);

    /// What is known before a byte of the body was read: Refused with 413 for a Content-Length
    /// above the limit, Complete without a body.
    [[nodiscard]] Progress start();
    /// Takes what is the body's from the front of `received` and sets `taken` to that many bytes.
    [[nodiscard]] Progress take(QByteArrayView received, qsizetype &taken);
    /// After Refused only.
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    [[nodiscard]] QByteArray &&bytes() { return std::move(m_bytes); }

    /// From now on the bytes go into a file: what is uploaded is not held in memory.
    void spool() { m_file = std::make_shared<BodyFile>(); }
    [[nodiscard]] std::shared_ptr<BodyFile> takeFile() { return std::move(m_file); }

private:
    enum class Expecting { Size, Data, DataEnd, Trailer };

    Progress takeLength(QByteArrayView received, qsizetype &taken);
    Progress takeChunked(QByteArrayView received, qsizetype &taken);
    qsizetype takeData(QByteArrayView received);
    [[nodiscard]] bool isSpoolFull() const { return m_file && m_file->hasFailed(); }
    Progress takeLineCharacter(char c);
    Progress endLine();
    Progress readSize();
    Progress refuse(const Refusal &refusal);

    BodyKind m_kind = BodyKind::None;
    Expecting m_expecting = Expecting::Size;
    qint64 m_remaining = 0; ///< of the body, or of the present chunk
    qint64 m_sizeLimit = 0;
    qsizetype m_trailerBytes = 0;
    QByteArray m_line;
    qint64 m_size = 0; ///< so far
    QByteArray m_bytes;
    std::shared_ptr<BodyFile> m_file; ///< null: it is in m_bytes
    Refusal m_refusal;
};

} // namespace proxy
