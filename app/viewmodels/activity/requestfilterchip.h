// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "core/base/requestid.h"

/// A filter for one request, by the id that its answer had.
class RequestFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel")

public:
    RequestFilterChip();

    [[nodiscard]] std::optional<core::RequestId> id() const;
    [[nodiscard]] QString rangeChoice() const override { return all().constFirst(); }
    /// From that id to itself.
    Q_INVOKABLE QString chooseRange(const QString &from, const QString &to) override;
};
