// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/callevent.h"
#include "core/telemetry/telemetrysettings.h"

namespace proxy::otlp {

struct SpanStyle
{
    bool langfuse = false; ///< with the `langfuse.*` attributes
    bool linked = true;    ///< names the client's span as its parent
    core::Conventions conventions = core::Conventions::Latest;
    QByteArray environment{};
};

/// One call as one CLIENT span by OpenTelemetry's GenAI conventions (a refusal, which saw no
/// upstream, is INTERNAL). Token counts are inclusive there, disjoint in langfuse.*; unknown ones
/// are left out. `content`: what was said, where the destination may have it.
[[nodiscard]] QByteArray spanJson(const core::CallEvent &event,
                                  const SpanStyle &style,
                                  const core::CallContent &content = {});

} // namespace proxy::otlp
