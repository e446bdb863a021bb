// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/calldetails.h"
#include "proxy/dialects/dialect.h"
#include "proxy/pipeline/relay.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"

namespace proxy {

/// What exporters may know of a call beyond its record; null when nobody is told of calls.
[[nodiscard]] core::CallDetailsPointer
detailsOf(const WorkerContext &worker, const RequestContext &context, const RelayEnd &end = {});

/// Of a stream, or of the whole answer in `body`; not looked for when nobody is told.
[[nodiscard]] openai::AnswerFacts answerFacts(const WorkerContext &worker,
                                              const Dialect &dialect,
                                              const StreamMeter &stream,
                                              QByteArrayView body);

} // namespace proxy
