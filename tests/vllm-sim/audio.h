// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httprequest.h"
#include "options.h"
#include "plainanswer.h"

namespace sim {

/// /v1/audio/transcriptions and translations, not streamed. A WAV file is as long as it says, any
/// other as many seconds as it has thousands of bytes. Usage as vLLM gives it: by duration in JSON
/// of a transcription; none in a translation and in `verbose_json`, which has a duration member.
[[nodiscard]] PlainAnswer::Content
transcription(const HttpRequest &request, const Options &options, bool usage);

} // namespace sim
