// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace proxy {

/// The body of an upload, outside the heap: a file without a name, which nobody else can open and
/// which is gone with this object, or with the process however that ends. Read through a mapping,
/// whose pages the kernel takes back when memory is short. One thread at a time.
///
/// Failure: hasFailed() from the first byte on that found no room; what is there is then no body.
class BodyFile
{
public:
    BodyFile();
    ~BodyFile();
    BodyFile(const BodyFile &) = delete;
    BodyFile &operator=(const BodyFile &) = delete;

    void append(QByteArrayView bytes);
    [[nodiscard]] bool hasFailed() const { return m_descriptor < 0; }
    /// All of it; nothing may be appended afterwards. Empty when it has failed.
    [[nodiscard]] QByteArrayView bytes() const;

private:
    void fail();

    int m_descriptor = -1;
    qsizetype m_size = 0;
    mutable void *m_mapped = nullptr;
};

} // namespace proxy
