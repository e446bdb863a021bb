// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/bodyfile.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace proxy {

namespace {

int openNameless()
{
    const QByteArray folder = QFile::encodeName(QDir::tempPath());
    const int nameless =
        ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (nameless >= 0) {
        return nameless;
    }
    QByteArray name = folder + "/capstan-XXXXXX"; // a file system that knows no such file
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(name.constData());
    }
    return named;
}

} // namespace

BodyFile::BodyFile()
    : m_descriptor(openNameless())
{}

BodyFile::~BodyFile()
{
    if (m_mapped != nullptr) {
        ::munmap(m_mapped, static_cast<std::size_t>(m_size));
    }
    fail();
}

void BodyFile::append(QByteArrayView bytes)
{
    while (!hasFailed() && !bytes.isEmpty()) {
        const ssize_t count =
            ::write(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno != EINTR) {
            fail();
        } else if (count > 0) {
            m_size += count;
            bytes = bytes.sliced(count);
        }
    }
}

QByteArrayView BodyFile::bytes() const
{
    if (hasFailed() || m_size == 0) {
        return {};
    }
    if (m_mapped == nullptr) {
        void *const mapped = ::mmap(
            nullptr, static_cast<std::size_t>(m_size), PROT_READ, MAP_PRIVATE, m_descriptor, 0);
        m_mapped = mapped == MAP_FAILED ? nullptr : mapped;
    }
    return m_mapped == nullptr ? QByteArrayView()
                               : QByteArrayView(static_cast<const char *>(m_mapped), m_size);
}

void BodyFile::fail()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

} // namespace proxy
