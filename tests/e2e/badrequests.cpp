// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

#include <QTest>

#include <utility>
#include <vector>

namespace e2e {

void row(const char *name,
         const QByteArray &request,
         const QByteArray &body,
         int status,
         const QByteArray &named)
{
    const qsizetype blank = request.indexOf(' ');
    QTest::addRow("%s, %s", request.left(60).constData(), name)
        << request.first(blank) << request.mid(blank + 1) << body << status << named;
}

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Chat = "/v1/chat/completions";

/// A chat with one more member.
QByteArray with(const QByteArray &member)
{
    return R"({"model":"cent",)" + member + ',' + Messages + '}';
}

void addPaths()
{
    for (const char *path : {"/",
                             "/v1",
                             "/invocations",
                             "/api/chat/",
                             "/%00",
                             "/v1/chat/completions/render",
                             "/V1/models",
                             "/api/../v1/models",
                             "/sim/reset",
                             "/metrics/../api/budget"}) {
        row("unknown path", "GET " + QByteArray(path), {}, 404, "not something");
        row("unknown path", "POST " + QByteArray(path), "{}", 404, "not something");
    }
    for (const char *get : {"/v1/models",
                            "/api/health",
                            "/healthz",
                            "/health",
                            "/readyz",
                            "/version",
                            "/load",
                            "/api/admin/in-flight"}) {
        row("wrong method", "POST " + QByteArray(get), "{}", 405, "GET");
        row("wrong method", "DELETE " + QByteArray(get), {}, 405, "GET");
    }
    for (const char *post : {"/v1/chat/completions",
                             "/v1/completions",
                             "/v1/embeddings",
                             "/tokenize",
                             "/detokenize",
                             "/api/chat",
                             "/api/admin/pause"}) {
        row("wrong method", "GET " + QByteArray(post), {}, 405, "POST");
        row("wrong method", "PUT " + QByteArray(post), "{}", 405, "POST");
    }
    row("wrong method", "PUT /api/budget", "{}", 405, "GET, POST, DELETE");
    row("wrong method", "PATCH /api/admin/budgets", "{}", 405, "GET, POST, DELETE");
}

void addMeteredCalls()
{
    const std::vector<std::pair<QByteArray, QByteArray>> prompts{
        {Chat, "messages"}, {"/v1/completions", "prompt"}, {"/v1/embeddings", "input"}};
    for (const auto &[path, prompt] : prompts) {
        const QByteArray post = "POST " + path;
        row("empty", post, "", 400, "JSON");
        row("no JSON", post, "hello", 400, "JSON");
        row("cut off", post, R"({"model":"cent",)", 400, "JSON");
        row("a list", post, "[]", 400, "JSON");
        row("after the end", post, "{} {}", 400, "JSON");
        row("NaN", post, R"({"model":"cent","n":NaN})", 400, "JSON");
        row("no prompt", post, R"({"model":"cent"})", 400, prompt);
        row("prompt null", post, R"({"model":"cent",")" + prompt + R"(":null})", 400, prompt);
        row("prompt of a wrong type",
            post,
            R"({"model":"cent",")" + prompt + R"(":5})",
            400,
            prompt);
        row("model twice",
            post,
            R"({"model":"cent","model":"cent",")" + prompt + R"(":"a"})",
            400,
            "model");
        row("model of a wrong type",
            post,
            R"({"model":1,")" + prompt + R"(":["a"]})",
            400,
            "model");
    }
    const QByteArray post = "POST " + Chat;
    row("too deep",
        post,
        with("\"x\":" + QByteArray(2000, '[') + QByteArray(2000, ']')),
        400,
        "JSON");
    row("unknown model", post, R"({"model":"nobody",)" + Messages + '}', 404, "nobody");
    row("n twice", post, with(R"("n":1,"n":2)"), 400, "\"n\"");
    row("n in another spelling", post, with(R"("N":5)"), 400, "\"n\"");
    for (const char *number : {"0", "-1", "1.5", "129", "1e2", "\"2\"", "99999999999999999999"}) {
        row(number, post, with("\"n\":" + QByteArray(number)), 400, "\"n\"");
    }
    for (const char *number : {"-1", "1.5", "\"5\"", "1e400", "99999999999999999999"}) {
        row(number, post, with("\"max_tokens\":" + QByteArray(number)), 400, "max_tokens");
    }
    row("stream of a wrong type", post, with(R"("stream":"yes")"), 400, "stream");
    row("stream_options alone",
        post,
        with(R"("stream_options":{"include_usage":true})"),
        400,
        "stream_options");
    row("user of a wrong type", post, with(R"("user":7)"), 400, "user");
    row("escaped member", post, with(R"("max\u005ftokens":5)"), 400, "escape");
    row("long user", post, with("\"user\":\"" + QByteArray(300, 'u') + '"'), 400, "user");
    row("long tag", post, with(R"("metadata":{"t":")" + QByteArray(300, 'u') + "\"}"), 400, "t");
    row("control character", post, with(R"("metadata":{"tenant_id":"a\nb"})"), 400, "tenant");
}

void addScopedChats()
{
    const QByteArray post = "POST /api/chat";
    row("empty", post, "", 400, "JSON");
    row("no scope", post, '{' + Messages + '}', 400, "scope");
    row("empty scope", post, '{' + Messages + R"(,"scope":""})", 400, "scope");
    row("blank scope", post, '{' + Messages + R"(,"scope":" "})", 400, "scope");
    row("scope of a wrong type", post, '{' + Messages + R"(,"scope":7})", 400, "scope");
    row("unknown dimension", post, '{' + Messages + R"(,"scope":"planet:earth"})", 400, "planet");
    row("wildcard", post, '{' + Messages + R"(,"scope":"tenant:*"})", 400, "scope");
    row("everything", post, '{' + Messages + R"(,"scope":"*:*"})", 400, "scope");
    row("scope twice", post, '{' + Messages + R"(,"scope":"a","scope":"b"})", 400, "scope");
    row("no messages", post, R"({"scope":"acme"})", 400, "messages");
    row("messages of a wrong type", post, R"({"scope":"acme","messages":"Hi"})", 400, "messages");
    row("long scope",
        post,
        '{' + Messages + R"(,"scope":")" + QByteArray(300, 's') + "\"}",
        400,
        "tenant");
}

void addScopeBudgets()
{
    for (const char *const method : {"GET", "DELETE"}) {
        const QByteArray ask = QByteArray(method) + " /api/budget";
        row("no scope", ask, {}, 400, "scope");
        row("empty scope", ask + "?scope=", {}, 400, "scope");
        row("other parameter", ask + "?name=acme", {}, 400, "name");
        row("unknown parameter", ask + "?scope=acme&window=day", {}, 400, "window");
        row("scope twice", ask + "?scope=acme&scope=other", {}, 400, "scope");
        row("unknown dimension", ask + "?scope=planet:earth", {}, 400, "planet");
        row("no value", ask + "?scope=tenant:", {}, 400, "tenant:");
        row("no UTF-8", ask + "?scope=%ff%fe", {}, 400, "UTF-8");
    }
    row("unknown scope", "GET /api/budget?scope=nobody", {}, 404, "nobody");
    row("everything, without a budget", "GET /api/budget?scope=*:*", {}, 404, "*:*");
    const QByteArray post = "POST /api/budget";
    row("empty", post, "", 400, "JSON");
    row("a list", post, "[]", 400, "JSON");
    row("no scope", post, R"({"limit":5})", 400, "scope");
    row("no limit", post, R"({"scope":"acme"})", 400, "limit");
    row("limit twice", post, R"({"scope":"acme","limit":5,"limit":50})", 400, "limit");
    row("unknown member", post, R"({"scope":"acme","limit":5,"window":"day"})", 400, "window");
    row("scope of a wrong type", post, R"({"scope":7,"limit":5})", 400, "scope");
    row("unknown dimension", post, R"({"scope":"planet:earth","limit":5})", 400, "planet");
    row("scope without UTF-8", post, "{\"scope\":\"a\xff\xfe\",\"limit\":5}", 400, "UTF-8");
    row("long scope",
        post,
        R"({"scope":")" + QByteArray(300, 's') + R"(","limit":5})",
        400,
        "scope");
    row("control character", post, R"({"scope":"a\nb","limit":5})", 400, "scope");
    for (const char *limit : {"0",
                              "-5",
                              "\"5\"",
                              "null",
                              "true",
                              "[5]",
                              "1e400",
                              "-0.0",
                              "0.0000000001",
                              "99999999999999999999"}) {
        row(limit, post, R"({"scope":"acme","limit":)" + QByteArray(limit) + '}', 400, "limit");
    }
    row("NaN", post, R"({"scope":"acme","limit":NaN})", 400, "JSON");
}

} // namespace

void addBadRequests()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); // null: none
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("named"); // in the message or as the param
    addPaths();
    addMeteredCalls();
    addScopedChats();
    addScopeBudgets();
    addBudgetsAndPauses();
    addOwnersWishes();
}

} // namespace e2e
