// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generation.h"

#include <QByteArray>
#include <QJsonObject>

namespace sim {

/// The body of an answer that is not streamed, of a finished generation.
[[nodiscard]] QByteArray wholeBody(const Generation &generation, const Options &options);

} // namespace sim
