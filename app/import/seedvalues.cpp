// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"
#include "core/base/money.h"
#include "core/configuration/scalars.h"

namespace app {

core::Result<QByteArray> perMillion(QByteArrayView perThousand)
{
    const core::Result<qint64> nanos = core::scalars::dollarsPerThousand(perThousand);
    if (!nanos) {
        return nanos.error();
    }
    return core::Money::fromNanos(*nanos).toDecimal();
}

QByteArray dollarsOf(qint64 cents)
{
    constexpr qint64 NanosPerCent = core::Money::NanosPerDollar / 100;
    return core::Money::fromNanos(cents * NanosPerCent).toDecimal();
}

} // namespace app
