// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/pricing.h"

#include "proxy/prices.h"

namespace proxy {

std::optional<core::Price> priceOf(const WorkerContext &worker, const Target &target)
{
    return priceOf(worker, *target.model, target.price);
}

std::optional<core::Price>
priceOf(const WorkerContext &worker, const ServedModel &model, const core::Price *configured)
{
    const core::Time now = worker.clock.now();
    const auto book = worker.prices.current();
    const core::Price *listed = nullptr;
    for (const QByteArray &name : {model.id, model.root, model.parent}) {
        if (!name.isEmpty() && listed == nullptr) {
            listed = book->find(QString::fromUtf8(name), now);
        }
    }
    const bool isByHand = listed != nullptr && listed->source == core::PriceSource::User;
    if (configured != nullptr && !isByHand) {
        return *configured;
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
