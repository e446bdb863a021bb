// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

inline core::Money cents(qint64 count)
{
    return core::Money::fromNanos(count * 10'000'000);
}
