// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/linefile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <sys/file.h>
#include <unistd.h>

namespace proxy {
using namespace Qt::StringLiterals;

LineFile::LineFile(const QString &path, Rules rules)
    : m_file(path)
    , m_rules(rules)
{}

core::Error LineFile::fault(const QString &what)
{
    core::Error error{core::ErrorCode::Unavailable,
                      u"The file %1 %2: %3."_s.arg(m_file.fileName(), what, m_file.errorString()),
                      u"Give this user write permission there, and free space."_s};
    m_file.close();
    return error;
}

core::Outcome LineFile::open()
{
    if (m_file.isOpen()) {
        return core::Done{};
    }
    QDir().mkpath(QFileInfo(m_file.fileName()).absolutePath());
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        return fault(u"cannot be opened"_s);
    }
    // Names of tenants and users stand in it.
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!mendEnd()) {
        return fault(u"cannot be mended"_s);
    }
    return core::Done{};
}

bool LineFile::mendEnd()
{
    constexpr qint64 LongestLine = 1024 * 1024;
    const qint64 size = m_file.size();
    const qint64 looked = std::min(size, LongestLine);
    if (size == 0) {
        return true;
    }
    m_file.seek(size - looked);
    const QByteArray end = m_file.read(looked);
    return end.endsWith('\n') || m_file.resize(size - looked + end.lastIndexOf('\n') + 1);
}

core::Result<QByteArray> LineFile::tail(qint64 bytes)
{
    if (const core::Outcome opened = open(); !opened.ok()) {
        return opened.error();
    }
    m_file.seek(std::max<qint64>(0, m_file.size() - bytes));
    return m_file.read(bytes);
}

core::Outcome LineFile::append(const QByteArray &lines)
{
    if (core::Outcome opened = open(); !opened.ok()) {
        return opened;
    }
    if (m_file.size() > 0 && m_file.size() + lines.size() > m_rules.rotateBytes) {
        if (core::Outcome rotated = rotate(); !rotated.ok()) {
            return rotated;
        }
    }
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        return fault(u"is locked by another program"_s);
    }
    const bool isWritten = m_file.write(lines) == lines.size();
    const bool isSafe = isWritten && (!m_rules.sync || ::fdatasync(m_file.handle()) == 0);
    ::flock(m_file.handle(), LOCK_UN);
    return isSafe ? core::Outcome(core::Done{}) : fault(u"cannot be written"_s);
}

core::Outcome LineFile::rotate()
{
    m_file.close();
    const QString name = m_file.fileName();
    const auto numbered = [&name](int number) {
        return number == 0 ? name : name + u'.' + QString::number(number);
    };
    QFile::remove(numbered(m_rules.keep));
    for (int number = m_rules.keep; number > 0; --number) {
        QFile::rename(numbered(number - 1), numbered(number));
    }
    return open();
}

} // namespace proxy
