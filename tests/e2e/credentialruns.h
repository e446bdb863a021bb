// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keyringsession.h"
#include "site.h"

using namespace e2e;
using namespace Qt::StringLiterals;

inline constexpr int PatienceMs = 30'000;

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// capstan credential ...
inline Run credential(const QStringList &words,
                      const QProcessEnvironment &environment,
                      const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                  QStringList{u"credential"_s} + words);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(PatienceMs);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline bool says(const Run &run, const QByteArray &name, const QByteArray &state)
{
    for (const QByteArray &line : run.out.split('\n')) {
        if (line.startsWith(name + ' ')) {
            return line.contains(state);
        }
    }
    return false;
}

inline SiteWish in(const KeyringSession &session)
{
    SiteWish wish;
    wish.environment = session.environment();
    return wish;
}

inline int adminStatus(Site &site, const QByteArray &token = {})
{
    const QByteArray line =
        token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    return test::HttpClient(site.port())
        .send(test::requestBytes("GET", "/api/admin/budgets", {}, line))
        .status();
}
