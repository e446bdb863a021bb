// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/apierror.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"

#include <optional>

namespace proxy {

/// Judges one attributed call by the policy (S3-09 ... S3-15), before a model is chosen and money
/// is asked. Gives the call its effective namespace; a downgrade puts the cheaper tier's model
/// into the request. The refusal when a rule denies. Does nothing without a policy.
[[nodiscard]] std::optional<ApiError> judgeByPolicy(const WorkerContext &worker,
                                                    RequestContext &context);

/// A budget has taken the call to a cheaper model: says so in its verdict, in the words of the
/// policy's rule when the budget is one.
void blame(const WorkerContext &worker, RequestContext &context, const QByteArray &budgetId);

/// What a call that ran did to its feature's average (S3-35), and what the policy's rules say of
/// it, as JSON for its settlement; empty: nothing.
[[nodiscard]] QByteArray learnFrom(const WorkerContext &worker, const RequestContext &context);

} // namespace proxy
