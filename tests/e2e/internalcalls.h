// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of seed S4's API ask, and what they begin with.
namespace internalcalls {

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

inline const QByteArray Secret = "X-Internal-Secret: an-internal-secret\r\n";

inline SiteWish switchedOn(const QByteArray &more = {})
{
    SiteWish wish;
    wish.environment.insert(u"LLM_PROXY_SECRET"_s, u"an-internal-secret"_s);
    wish.configuration = more;
    return wish;
}

inline QByteArray body(const QByteArray &more = {}, const QByteArray &text = "Hi [[tokens=4]]")
{
    return R"({"model":"cent",)" + more +
           R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":")" +
           text + R"("}]})";
}

inline test::Answer proxied(Site &site, const QByteArray &request)
{
    return site.post("/internal/llm/proxy", request, Secret);
}

inline test::Answer asked(Site &site, const QByteArray &path)
{
    return test::HttpClient(site.port()).send(test::requestBytes("GET", path, {}, Secret));
}

/// What a command of capstan printed, on both outputs, and its exit code.
struct Ran
{
    int code = -1;
    QByteArray out;
};

inline Ran run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAll()};
}

inline QString detailOf(const test::Answer &answer)
{
    return answer.json()["detail"_L1].toString();
}

} // namespace internalcalls
