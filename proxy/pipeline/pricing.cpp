// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/pricing.h"

namespace proxy {

std::optional<core::Price> priceOf(const WorkerContext &worker, const ServedModel &model)
{
    const core::Time now = worker.clock.now();
    for (const QByteArray &name : {model.id, model.root, model.parent}) {
        const core::Price *price =
            name.isEmpty() ? nullptr : worker.prices->find(QString::fromUtf8(name), now);
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
