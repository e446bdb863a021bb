// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

namespace e2e {

namespace {

const QByteArray Admin = "/api/admin/budgets";

/// A budget that would be fine but for one more member.
QByteArray budget(const QByteArray &member)
{
    return R"({"selector":"tenant:acme","limit_nano_usd":5000000000,)" + member + '}';
}

void addBudgets()
{
    const QByteArray post = "POST " + Admin;
    row("the id of a default",
        post,
        R"({"id":"default:tenant","selector":"tenant:*","limit_nano_usd":1})",
        400,
        "default:");
    row("the id of a policy's",
        post,
        R"({"id":"policy:demo:daily","selector":"tenant:*","limit_nano_usd":1})",
        400,
        "policy");
    row("empty", post, "", 400, "JSON");
    row("a list", post, "[1]", 400, "JSON");
    row("no limit", post, R"({"selector":"tenant:acme"})", 400, "limit");
    row("no UTF-8", post, "{\"selector\":\"tenant:\xff\",\"limit_nano_usd\":5}", 400, "UTF-8");
    row("a member twice", post, budget(R"("name":"a","name":"b")"), 400, "name");
    row("unknown member", post, budget(R"("limit_usd":5)"), 400, "limit_usd");
    row("limit of another unit", post, budget(R"("unit":"tokens")"), 400, "limit_nano_usd");
    for (const char *member : {R"("id":"")",
                               R"("id":5)",
                               R"("name":5)",
                               R"("window":"fortnight")",
                               R"("window":"day@Mars/Base")",
                               R"("window":"rolling:1s")",
                               R"("unit":"euro")",
                               R"("mode":"perhaps")",
                               R"("at_hard":"explode")",
                               R"("at_hard":"queue")",
                               R"("queue_for_s":9999)",
                               R"("queue_for_s":-1)",
                               R"("soft_marks_ppm":[2000000])",
                               R"("soft_marks_ppm":"none")",
                               R"("soft_marks_ppm":[0])",
                               R"("hard_mark_ppm":0)",
                               R"("hard_mark_ppm":1000001)",
                               R"("hard_mark_ppm":0.5)",
                               R"("clamp":"yes")",
                               R"("at_soft":[])",
                               R"("at_soft":{"explode":true})"}) {
        const QByteArray text(member);
        row(member, post, budget(text), 400, text.mid(1, text.indexOf('"', 1) - 1));
    }
    for (const char *limit : {"0", "-1", "1.5", "\"5\"", "1e30"}) {
        row(limit,
            post,
            R"({"selector":"tenant:acme","limit_nano_usd":)" + QByteArray(limit) + '}',
            400,
            "limit");
    }
    for (const char *selector :
         {"planet:earth", "tenant", "tenant:", "tenant:a,tenant:b", "tenant:%zz", "tag:project"}) {
        row(selector,
            post,
            R"({"selector":")" + QByteArray(selector) + R"(","limit_nano_usd":5})",
            400,
            "selector");
    }
    row("no id", "DELETE " + Admin, {}, 400, "id");
    row("unknown id", "DELETE " + Admin + "?id=b-000000000000", {}, 404, "b-000000000000");
    row("unknown parameter", "DELETE " + Admin + "?id=scope:tenant:acme&force=1", {}, 400, "force");
    row("a parameter where there are none", "GET " + Admin + "?tenant=acme", {}, 400, "tenant");
}

void addPauses()
{
    const QByteArray post = "POST /api/admin/pause";
    row("empty", post, "", 400, "JSON");
    row("nothing", post, "{}", 400, "paused");
    row("paused of a wrong type", post, R"({"paused":"yes"})", 400, "paused");
    // Each of these would pause everybody if it were read carelessly.
    row("tenant of a wrong type", post, R"({"tenant":7,"paused":true})", 400, "tenant");
    row("empty tenant", post, R"({"tenant":"","paused":true})", 400, "tenant");
    row("slip of the pen", post, R"({"tennant":"acme","paused":true})", 400, "tennant");
    row("cut of a wrong type", post, R"({"tenant":"x","paused":true,"cut":1})", 400, "cut");
    row("paused twice", post, R"({"tenant":"x","paused":false,"paused":true})", 400, "paused");
}

} // namespace

void addBudgetsAndPauses()
{
    addBudgets();
    addPauses();
}

} // namespace e2e
