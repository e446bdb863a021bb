// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemaadmission.h"

namespace core::schema {
using namespace Qt::StringLiterals;

QList<QString> admissionStep()
{
    // As core/ledger/packedadmission.h packs it. NULL: the row is older, or was imported; the chain
    // knows it without.
    return {u"ALTER TABLE settlement ADD COLUMN admission BLOB"_s};
}

} // namespace core::schema
