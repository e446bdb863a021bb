// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filecontent.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Megabyte = 1'000'000;

Error unreadable(const QFile &file)
{
    return {ErrorCode::NotFound,
            u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()),
            u"Give the path of a file that this user may read."_s};
}

Error unwritable(const QSaveFile &file)
{
    return {ErrorCode::Unavailable,
            u"The file %1 cannot be written: %2."_s.arg(file.fileName(), file.errorString()),
            u"Make room there, or let this user write there."_s};
}

} // namespace

Result<QByteArray> fileContent(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(file);
    }
    // Not by its size: a pipe has none, and a file may grow.
    QByteArray content = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return unreadable(file);
    }
    if (content.size() > mostBytes) {
        return Error{
            ErrorCode::InvalidInput,
            u"%1 has more than %2 MB, and is not read."_s.arg(path).arg(mostBytes / Megabyte),
            u"Give the path of another file, or this one in parts."_s};
    }
    return content;
}

Outcome saveFile(const QString &path, const std::function<FilePart()> &next)
{
    QSaveFile file(path);
    QFileInfo(path).dir().mkpath(u"."_s); // without it, open() says why there is none
    if (!file.open(QIODevice::WriteOnly)) {
        return unwritable(file);
    }
    for (FilePart part = next(); !part || *part; part = next()) {
        if (!part) {
            return part.error();
        }
        if (file.write(**part) != (*part)->size()) {
            return unwritable(file);
        }
    }
    return file.commit() ? Outcome(Done{}) : unwritable(file);
}

Outcome saveFile(const QString &path, const QByteArray &content)
{
    std::optional<QByteArray> rest = content;
    return saveFile(path, [&rest]() -> FilePart { return std::exchange(rest, std::nullopt); });
}

} // namespace core
