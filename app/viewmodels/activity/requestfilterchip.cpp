// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/requestfilterchip.h"

RequestFilterChip::RequestFilterChip()
    : ActivityFilterChip(tr("Request"), {tr("by its id…")})
{}

std::optional<core::RequestId> RequestFilterChip::id() const
{
    return isActive() ? core::RequestId::fromText(chosen().toLatin1()) : std::nullopt;
}

QString RequestFilterChip::chooseRange(const QString &from, const QString &to)
{
    Q_UNUSED(to)
    const auto id = core::RequestId::fromText(from.trimmed().toLatin1());
    if (!id) {
        return tr("This is no request id. It stands in each answer's header x-request-id: req- and "
                  "32 hex digits.");
    }
    pick({QString::fromLatin1(id->toText())});
    return {};
}
