// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/dialects/openai.h"
#include "proxy/server/bodyfile.h"

#include <QByteArray>

#include <memory>

namespace proxy::openai {

/// What metering needs to know of a form with audio (/v1/audio/transcriptions, translations): the
/// model, whether it streams, and how long the audio can be at most. Nothing is copied but the
/// short fields. InvalidInput names the part that is missing, there twice, or cannot be read; also
/// fields for vLLM's own parts (vllm-protocol section 1.2), which no stranger may set.
[[nodiscard]] core::Result<CallFacts> readAudioForm(const BodyFile &form,
                                                    const QByteArray &contentType);

/// The form with another model's name in it, in a file of its own; null when there is no room.
[[nodiscard]] std::shared_ptr<const BodyFile>
withModel(const BodyFile &form, const QByteArray &contentType, const QByteArray &model);

/// An upper bound of the seconds of an audio file: what an uncompressed WAV file says of itself,
/// which is what decoders go by, else as if it were the most tightly packed speech.
[[nodiscard]] qint64 longestAudio(QByteArrayView file);

} // namespace proxy::openai
