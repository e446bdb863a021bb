// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/prices.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

Price priceFor(const QByteArray &model, const YamlNode &node)
{
    Price price;
    price.model = QString::fromUtf8(model);
    price.source = PriceSource::Configuration;
    price.sourceText = node.place();
    return price;
}

} // namespace

Price readPrice(const QByteArray &model, const YamlNode &node)
{
    Price price = priceFor(model, node);
    std::optional<qint64> cached;
    std::optional<qint64> written;
    const auto rate = [](auto &target) {
        return [&target](const YamlNode &n) {
            n.into(target, scalars::dollarsPerMillion);
        };
    };
    node.readMap({
        {"input", rate(price.rates.input), true},
        {"cached_input", rate(cached)},
        {"cache_write", rate(written)},
        {"output", rate(price.rates.output), true},
        {"per_request",
         [&](const YamlNode &n) {
             n.into(price.perRequest, scalars::dollars);
         }},
        {"per_audio_minute",
         [&](const YamlNode &n) {
             n.into(price.perAudioMinute, scalars::dollars);
         }},
    });
    price.rates.cachedInput = cached.value_or(price.rates.input);
    price.rates.cacheWrite = written.value_or(price.rates.input);
    return price;
}

Price PricePerThousand::toPrice(const QByteArray &model, const YamlNode &node) const
{
    if (!prompt || !completion) {
        node.fail(u"only one of cost_per_1k_prompt and cost_per_1k_completion is given"_s,
                  u"Give both (0 is a real price), or a price in dollars per million tokens."_s);
    }
    Price price = priceFor(model, node);
    const qint64 input = prompt.value_or(0);
    price.rates = {input, input, input, completion.value_or(0)};
    return price;
}

} // namespace core
