// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "app/viewmodels/prices/pricelistmodel.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/wishes.h"
#include "core/pricing/litellmprices.h"

#include <QDate>
#include <QFile>
#include <QFileInfo>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// LiteLLM's list has a megabyte; whatever is much larger is another file.
constexpr qint64 LargestList = qint64{64} << 20;

core::Result<core::ImportedPrices> listIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestList) {
        return core::Error{core::ErrorCode::NotFound,
                           u"%1 cannot be read as a price list."_s.arg(name),
                           u"Give the path of a file in LiteLLM's format."_s};
    }
    return core::parseLiteLlmPrices(
        file.readAll(), QFileInfo(name).fileName(), QDate::currentDate().toString(Qt::ISODate));
}

} // namespace

void connectPrices(PriceListModel &prices, ServiceHost &service)
{
    QObject::connect(&service, &ServiceHost::pricesChanged, &prices, &PriceListModel::setBooks);
    QObject::connect(&service, &ServiceHost::priceRefused, &prices, &PriceListModel::refuse);
    PriceEditor &editor = *prices.editor();
    QObject::connect(&editor, &PriceEditor::saveRequested, &service, &ServiceHost::setPrice);
    QObject::connect(&editor, &PriceEditor::removalRequested, &service, &ServiceHost::removePrice);
    const auto import = [&prices, &service](const QString &name) {
        const auto list = listIn(name);
        if (!list.ok()) {
            prices.refuseImport(sentences::of(list.error()));
            return;
        }
        service.importPrices(list->prices);
        prices.takeImport(static_cast<int>(list->prices.size()), list->skipped);
    };
    QObject::connect(&prices, &PriceListModel::importRequested, &service, import);
}

} // namespace app
