// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>

namespace sdk {
using namespace Qt::StringLiterals;

namespace {

/// Forty small packages over a slow line.
constexpr int FetchPatienceMs = 300'000;

const QString Sources = QStringLiteral(CAPSTAN_SOURCE_DIR "/tests/sdk");

core::Error missing(const QString &message)
{
    return {core::ErrorCode::Unavailable,
            message,
            u"Install nodejs and npm, and let npm reach its registry once."_s};
}

core::Outcome fetch(const QString &folder)
{
    QProcess npm;
    npm.setWorkingDirectory(folder);
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(
        u"npm"_s,
        {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefer-offline"_s});
    if (!npm.waitForStarted()) {
        return missing(u"There is no npm."_s);
    }
    if (!npm.waitForFinished(FetchPatienceMs) || npm.exitCode() != 0) {
        npm.kill();
        npm.waitForFinished();
        return missing(u"npm could not fetch the packages: "_s +
                       QString::fromUtf8(npm.readAll().trimmed().right(300)));
    }
    return core::Done{};
}

} // namespace

core::Result<QString> packageFolder()
{
    QFile lock(Sources + u"/package-lock.json"_s);
    if (!lock.open(QIODevice::ReadOnly)) {
        return missing(u"package-lock.json cannot be read."_s);
    }
    const QByteArray hash = QCryptographicHash::hash(lock.readAll(), QCryptographicHash::Sha256);
    const QString folder = QDir::cleanPath(QStringLiteral(CAPSTAN_BINARY_DIR "/../sdk-") +
                                           QString::fromLatin1(hash.toHex().left(12)));
    const QString stamp = folder + u"/complete"_s;
    if (QFile::exists(stamp)) {
        return folder;
    }
    QDir().mkpath(folder);
    for (const QString &name : {u"/package.json"_s, u"/package-lock.json"_s}) {
        QFile::remove(folder + name);
        QFile::copy(Sources + name, folder + name);
    }
    if (const core::Outcome fetched = fetch(folder); !fetched.ok()) {
        return fetched.error();
    }
    return QFile(stamp).open(QIODevice::WriteOnly) ? core::Result<QString>(folder)
                                                   : missing(stamp + u" cannot be written."_s);
}

int nodeVersion()
{
    QProcess node;
    node.start(u"node"_s, {u"--version"_s});
    node.waitForFinished();
    return node.readAll().mid(1).split('.').first().toInt();
}

} // namespace sdk
