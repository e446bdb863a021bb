// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/imports/fileimport.h"
#include "core/pricing/litellmprices.h"
#include "core/pricing/pricebook.h"
#include "core/reports/usagepreview.h"

#include <QTimeZone>

/// What files of other programs would bring, in words.
namespace importwords {

/// Days are those of the zone.
[[nodiscard]] ImportPreview of(const core::UsagePreview &usage, const QTimeZone &zone);
/// Against the prices in force.
[[nodiscard]] ImportPreview
of(const core::ImportedPrices &list, const core::PriceBook &inForce, core::Time now);
/// `yaml` is the new configuration, `notCarried` a sentence for each thing that is not in it.
[[nodiscard]] ImportPreview
ofConfiguration(const QByteArray &yaml, int providers, int models, const QStringList &notCarried);

} // namespace importwords
