// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/pricing.h"

#include "proxy/prices.h"

namespace proxy {

std::optional<core::Price> priceOf(const WorkerContext &worker, const Target &target)
{
    const core::Time now = worker.clock.now();
    const auto book = worker.prices.current();
    const ServedModel &model = target.model;
    const core::Price *listed = nullptr;
    for (const QByteArray &name : {model.id, model.root, model.parent}) {
        if (!name.isEmpty() && listed == nullptr) {
            listed = book->find(QString::fromUtf8(name), now);
        }
    }
    const bool isByHand = listed != nullptr && listed->source == core::PriceSource::User;
    if (target.price && !isByHand) {
        return target.price;
    }
    return listed != nullptr ? std::optional(*listed) : worker.settings.unpriced;
}

core::Price unpriced()
{
    core::Price price;
    price.sourceText = QStringLiteral("unpriced");
    return price;
}

} // namespace proxy
