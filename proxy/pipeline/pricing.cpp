// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/pricing.h"

#include "proxy/prices.h"

namespace proxy {

std::optional<core::Price> priceOf(const WorkerContext &worker, const ServedModel &model)
{
    const core::Time now = worker.clock.now();
    const auto book = worker.prices.current();
    for (const QByteArray &name : {model.id, model.root, model.parent}) {
        const core::Price *price =
            name.isEmpty() ? nullptr : book->find(QString::fromUtf8(name), now);
        if (price != nullptr) {
            return *price;
        }
    }
    return worker.settings.unpriced;
}

core::Price unpriced()
{
    core::Price price;
    price.sourceText = QStringLiteral("unpriced");
    return price;
}

} // namespace proxy
