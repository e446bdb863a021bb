// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/raiseapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/base/timetext.h"
#include "proxy/accounts.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"

#include <algorithm>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {
struct RaiseWish
{
    QByteArray id;
    QByteArray by;
    core::Time until{};
};

core::Error invalid(const QString &message)
{
    return {
        core::ErrorCode::InvalidInput,
        message,
        u"Send for example {\"id\":\"b-…\",\"by\":20.00,\"until\":\"2026-11-21T23:00:00Z\"}."_s};
}

core::Result<RaiseWish> wishFrom(const QByteArray &body)
{
    const auto members = core::membersOf(body);
    if (!members.ok()) {
        return members.error();
    }
    RaiseWish wish;
    for (const core::JsonMember &member : *members) {
        const QByteArray value = body.mid(member.valueBegin, member.valueEnd - member.valueBegin);
        const QByteArray text = core::jsonString(value).value_or(QByteArray());
        if (member.name == "id") {
            wish.id = text;
        } else if (member.name == "by") {
            wish.by = value;
        } else if (member.name == "until") {
            wish.until = core::timeFromText(QString::fromUtf8(text)).value_or(core::Time{});
        } else {
            return invalid(u"The member %1 is unknown."_s.arg(QString::fromUtf8(member.name)));
        }
    }
    return wish;
}

/// Dollars as nano-dollars; of tokens and requests whole ones only.
core::Result<qint64> amountIn(core::Unit unit, const QByteArray &text)
{
    bool isWhole = false;
    const qint64 number = text.toLongLong(&isWhole);
    const auto dollars = core::Money::parse(text);
    const bool isMoney = unit == core::Unit::Usd;
    const qint64 amount = !isMoney ? number : dollars.ok() ? dollars->nanos() : 0;
    if ((!isMoney && !isWhole) || amount <= 0) {
        return invalid(u"by must be a number above zero, in the unit of the budget."_s);
    }
    return amount;
}

core::Result<core::Raise> raiseFrom(const RaiseWish &wish, Accounts &accounts, core::Time now)
{
    if (wish.until <= now) {
        return invalid(u"until must be a time to come, with its zone."_s);
    }
    const auto budgets = accounts.budgets();
    const auto budget = std::find_if(
        budgets.begin(), budgets.end(), [&](const auto &each) { return each.id == wish.id; });
    // Of one that is not there raiseBudget() says so.
    const auto by = amountIn(budget == budgets.end() ? core::Unit::Usd : budget->unit, wish.by);
    return by.ok() ? core::Result<core::Raise>(core::Raise{*by, wish.until}) : by.error();
}
} // namespace

void adminRaiseBudget(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client)
{
    const auto wish = wishFrom(request.body);
    if (!wish.ok()) {
        respondError(*client, ApiError::from(wish.error()));
        return;
    }
    const auto raise = raiseFrom(*wish, worker.accounts, worker.clock.now());
    if (!raise.ok()) {
        respondError(*client, ApiError::from(raise.error()));
        return;
    }
    const QByteArray done = core::JsonWriter()
                                .text("raised", wish->id)
                                .text("until", core::textOf(raise->until).toLatin1())
                                .toJson();
    worker.accounts.raiseBudget(wish->id, *raise, answerLater(worker.mailbox, client, 200, done));
}

void adminEndRaise(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client)
{
    const QByteArray id = queryParameter(request, "id");
    worker.accounts.raiseBudget(
        id,
        std::nullopt,
        answerLater(
            worker.mailbox, client, 200, core::JsonWriter().text("raise_ended", id).toJson()));
}

} // namespace proxy
