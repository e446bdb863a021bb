// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/keychange.h"

#include <QCoreApplication>

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(KeyChange)
};

QString nameOf(const core::KeyFacts &facts)
{
    return facts.name.isEmpty() ? QString::fromUtf8(facts.id) : facts.name;
}

} // namespace

QString KeyChange::text() const
{
    return before.name != after.name
               ? Change::tr("Key %1: now called %2").arg(nameOf(before), nameOf(after))
               : Change::tr("Key %1: changed").arg(nameOf(after));
}
