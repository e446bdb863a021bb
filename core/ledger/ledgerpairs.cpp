// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerprivate.h"

#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Name ids count up from one: two of them fit into one integer for as long as there are fewer
/// than two thousand million names.
constexpr auto Pair = "attribution.provider * 4294967296 + attribution.model"_L1;
constexpr qint64 PairBase = 4'294'967'296;
} // namespace

Ledger::Sum &Ledger::Sum::operator+=(const Sum &more)
{
    calls += more.calls;
    cost += more.cost;
    usage.input += more.usage.input;
    usage.cachedInput += more.usage.cachedInput;
    usage.cacheWrite += more.usage.cacheWrite;
    usage.output += more.usage.output;
    usage.reasoning += more.usage.reasoning;
    return *this;
}

Result<std::vector<Ledger::ModelSum>> Ledger::sumByModel(Time from, Time to)
{
    std::map<qint64, Sum> sums;
    const auto add = [&sums](qint64 value, const Sum &part) {
        sums[value] += part;
    };
    if (!d->addUp(Pair, from, to, add)) {
        return d->connection->error();
    }
    std::vector<ModelSum> named;
    for (const auto &[pair, sum] : sums) {
        const std::optional<QByteArray> provider = d->names.textOf(pair / PairBase);
        const std::optional<QByteArray> model = d->names.textOf(pair % PairBase);
        if (!provider || !model) {
            return d->connection->error();
        }
        named.push_back({*provider, *model, sum});
    }
    return named;
}

} // namespace core
