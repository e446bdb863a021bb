// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/timefilterchip.h"

/// Over which past a budget or a cap that is being changed is tried: the last seven days, thirty,
/// or from one moment to another. There always is one: taken away, it is seven days again.
class PastRange final : public TimeFilterChip
{
    Q_OBJECT

public:
    PastRange();

    void reset() { choose(choices().constFirst()); }
    [[nodiscard]] QString text() const; ///< "Last 7 days"
};
