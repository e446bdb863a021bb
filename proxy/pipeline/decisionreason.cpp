// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/decisionreason.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"

#include <array>

namespace proxy {

namespace {
constexpr std::array<QByteArrayView, 3> Suffixes{"_usd", "_tokens", "_requests"}; // by Unit

QByteArray arithmetic(const core::BucketState &state, qint64 requested)
{
    core::JsonWriter json;
    json.text("budget", state.budgetId).text("scope", state.label);
    const auto add = [&json, &state](const char *what, qint64 amount) {
        const QByteArray name =
            what + Suffixes.at(static_cast<std::size_t>(state.unit)).toByteArray();
        if (state.unit == core::Unit::Usd) {
            json.money(name, core::Money::fromNanos(amount));
        } else {
            json.number(name, amount);
        }
    };
    add("limit", state.cap);
    add("spent", state.settled);
    add("held", state.held);
    add("requested", requested);
    return json.toJson();
}

QByteArray budgetsJson(const RequestContext &context)
{
    QByteArrayList list;
    for (const core::Shortfall &shortfall : context.shortfalls) {
        list += arithmetic(shortfall.state, shortfall.requested);
    }
    if (context.warning && list.isEmpty()) {
        // What it holds already counts this call; the arithmetic shows it apart.
        core::BucketState state = *context.warning;
        const qint64 requested = context.bound.amounts.in(state.unit);
        state.held -= requested;
        list += arithmetic(state, requested);
    }
    return list.isEmpty() ? QByteArray() : '[' + list.join(',') + ']';
}
} // namespace

QByteArray decisionReason(const RequestContext &context)
{
    QByteArray reason = context.route.json;
    const auto add = [&reason](QByteArrayView name, const QByteArray &json) {
        if (!json.isEmpty()) {
            reason = core::withMember(reason.isEmpty() ? "{}" : reason, name, json);
        }
    };
    if (!context.askedModel.isEmpty()) {
        add("asked_model", core::quotedJson(context.askedModel));
    }
    add("policy", context.verdict.toJson());
    add("budgets", budgetsJson(context));
    add("clamped_to", context.clampedTo ? QByteArray::number(*context.clampedTo) : QByteArray());
    return reason;
}

} // namespace proxy
