// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

namespace e2e {

/// What a person does in the window, asked for with half a wish.
void addOwnersWishes()
{
    row("no id", "PATCH /api/admin/keys", "{}", 400, "id");
    row("empty id", "PATCH /api/admin/keys?id=", "{}", 400, "id");
    row("unknown id", "PATCH /api/admin/keys?id=k-none", "{}", 404, "k-none");
    row("no id", "DELETE /api/admin/keys", {}, 400, "id");
    row("unknown id", "DELETE /api/admin/keys?id=k-none", {}, 404, "k-none");
    row("no id", "DELETE /api/admin/budgets/raise", {}, 400, "id");
    row("unknown id", "DELETE /api/admin/budgets/raise?id=b-none", {}, 404, "b-none");
    const QByteArray reload = "POST /api/policy/reload";
    row("cut off", reload, "{", 400, "JSON");
    row("a list", reload, "[]", 400, "JSON");
    row("unknown member", reload, R"({"file":"/etc/passwd"})", 400, "file");
    const QByteArray test = "POST /api/admin/alerts/test";
    row("cut off", test, "{", 400, "JSON");
    row("unknown member", test, R"({"url":"http://x"})", 400, "url");
    row("a list", "POST /api/admin/prices", "[]", 400, "JSON object");
    const QByteArray acknowledge = "POST /api/admin/alerts/acknowledge";
    row("unknown member", acknowledge, R"({"all":true,"alerts":1})", 400, "member alerts");
    row("nothing", acknowledge, "{}", 400, "ids");
    const QByteArray mute = "POST /api/admin/alerts/mute";
    row("unknown member", mute, R"({"bugdet":"b-1"})", 400, "bugdet");
    row("no time", mute, R"({"until":"soon"})", 400, "until");
    row("empty budget", mute, R"({"budget":""})", 400, "budget");
    const QByteArray reset = "POST /api/admin/budgets/reset";
    row("unknown member", reset, R"({"id":"b-1","lable":"acme"})", 400, "lable");
    row("nothing", reset, "{}", 400, "id");
}

} // namespace e2e
