// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleprices.h"

#include "samplesnapshot.h"

#include "app/viewmodels/prices/pricelistmodel.h"

using namespace Qt::StringLiterals;

namespace {

core::Price price(const QString &model, const char *input, const char *cached, const char *output)
{
    core::Price price;
    price.model = model;
    price.rates.input = sample::dollars(input).nanos();
    price.rates.cachedInput = sample::dollars(cached).nanos();
    price.rates.output = sample::dollars(output).nanos();
    price.sourceText = u"together.ai/pricing"_s;
    price.sourceDate = u"2026-11-14"_s;
    return price;
}

core::Price own(core::Price price)
{
    price.source = core::PriceSource::User;
    price.sourceText = u"the window"_s;
    price.sourceDate = u"2026-11-03"_s;
    return price;
}

core::Price planned(core::Price price)
{
    price = own(price);
    // 1 December 2026, 0:00 UTC
    price.effectiveFrom = core::Time(std::chrono::seconds(1'796'083'200));
    return price;
}

void setBooks(PriceListModel &prices, const std::vector<core::Price> &more)
{
    const core::PriceBook shipped({price(u"llama-3.1-8b"_s, "0.10", "0.02", "0.30"),
                                   price(u"qwen2.5-72b"_s, "0.40", "0.10", "1.20"),
                                   price(u"gpt-4o"_s, "2.50", "1.25", "10.00"),
                                   price(u"bge-m3"_s, "0.01", "0.01", "0.00")});
    std::vector<core::Price> owns = more;
    owns.push_back(own(price(u"qwen2.5-72b"_s, "6.40", "1.60", "17.20")));
    owns.push_back(own(price(u"whisper-large-v3"_s, "0", "0", "0")));
    prices.setBooks(std::make_shared<const core::PriceBook>(shipped.with(owns)),
                    std::make_shared<const core::PriceBook>(shipped));
}

core::Report report(const QByteArray &name, const QByteArray &value)
{
    core::Report report;
    report.name = name;
    report.columns = {"model", value};
    return report;
}

} // namespace

namespace sample {

core::Snapshot withModels()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.upstreams.front().models = {
        "qwen2.5-72b", "mistral-small-3", "llama-3.1-8b", "whisper-large-v3", "gpt-4o"};
    return snapshot;
}

void planPrice(PriceListModel &prices)
{
    setBooks(prices,
             {planned(price(u"qwen2.5-72b"_s, "5.00", "1.25", "15.00")),
              planned(price(u"planned-model"_s, "1.00", "0.50", "2.00"))});
}

void fillPrices(PriceListModel &prices)
{
    setBooks(prices, {});
    core::Report cost = report("cost", "total_cost_usd");
    cost.rows = {{QByteArray("qwen2.5-72b"), dollars("29.64")},
                 {QByteArray("llama-3.1-8b"), dollars("8.71")}};
    prices.takeReport(cost);
    core::Report refused = report("unpriced_models", "refused_count");
    refused.rows = {{QByteArray("mistral-small-3"), qint64{23}}};
    prices.takeReport(refused);
}

} // namespace sample
