// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configuration.h"

#include <algorithm>

namespace core {

namespace {

template <class T>
const T *named(const std::vector<T> &list, QByteArrayView name)
{
    const auto it = std::ranges::find(list, name, &T::name);
    return it == list.end() ? nullptr : &*it;
}

} // namespace

const Provider *Configuration::provider(QByteArrayView name) const
{
    return named(providers, name);
}

bool Configuration::isWritten(QStringView key) const
{
    return std::ranges::find(written, key) != written.end();
}

const Model *Configuration::model(QByteArrayView name) const
{
    return named(models, name);
}

std::vector<Price> Configuration::prices() const
{
    std::vector<Price> prices;
    for (const Model &model : models) {
        if (model.price) {
            prices.push_back(*model.price);
        }
    }
    return prices;
}

} // namespace core
