// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/ownerclient.h"
#include "core/base/filecontent.h"
#include "core/base/jsonwriter.h"
#include "core/ledger/ledger.h"
#include "core/pricing/litellmprices.h"
#include "core/pricing/pricerecord.h"
#include "core/reports/usageimport.h"

#include <QDateTime>
#include <QFileInfo>

#include <functional>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Error usage(const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, u"See capstan --help."_s};
}

QString today()
{
    return QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
}

/// Prices live in the ledger, which one program writes: the Capstan that runs, else this one.
struct Change
{
    QByteArray method;
    QByteArray path;
    QByteArray body;
    /// The same without anybody running.
    std::function<core::Result<std::vector<core::LedgerRecord>>(core::Ledger &)> records;
    QByteArray done; ///< what to print then
};

CommandResult make(const CommandCall &call, const Change &change)
{
    auto ledger = core::Ledger::open(call.ledgerFile, core::Durability::Process);
    if (!ledger) {
        const bool isOwned = ledger.error().code == core::ErrorCode::Unavailable;
        return isOwned ? askOwner(call.configuration, change.method, change.path, change.body)
                       : ledger.error();
    }
    const auto records = change.records(**ledger);
    if (!records) {
        return records.error();
    }
    const core::Outcome written = (*ledger)->write(*records);
    return written ? CommandResult(change.done + '\n') : written.error();
}

core::Result<std::vector<core::Price>> storedPrices(core::Ledger &ledger)
{
    const auto state = ledger.load();
    if (!state) {
        return state.error();
    }
    std::vector<core::Price> prices;
    for (const core::SettingRecord &setting : state->settings) {
        auto price = core::priceIn(setting);
        if (!price) {
            return price.error();
        }
        if (*price) {
            prices.push_back(**std::move(price));
        }
    }
    return prices;
}

/// Removals of the stored prices that go, and the new ones.
core::Result<std::vector<core::LedgerRecord>>
replacing(core::Ledger &ledger,
          const std::function<bool(const core::Price &)> &goes,
          const std::vector<core::Price> &added)
{
    const auto stored = storedPrices(ledger);
    if (!stored) {
        return stored.error();
    }
    std::vector<core::LedgerRecord> records;
    for (const core::Price &price : *stored) {
        if (goes(price)) {
            records.emplace_back(core::removedPrice(price));
        }
    }
    for (const core::Price &price : added) {
        records.emplace_back(core::storedPrice(price));
    }
    return records;
}

CommandResult setPrice(const CommandCall &call)
{
    QByteArray body = core::JsonWriter().text("model", call.words.value(1).toUtf8()).toJson();
    for (const auto &[name, value] : call.options) {
        QByteArray key = name;
        body.insert(body.size() - 1,
                    ",\"" + key.replace('-', '_') + "\":\"" + QByteArray(value).replace('"', "") +
                        '"');
    }
    auto price = core::priceFromJson(body);
    if (!price) {
        return price.error();
    }
    price->sourceDate = today();
    return make(call,
                {"POST",
                 "/api/admin/prices",
                 body,
                 [&price](core::Ledger &ledger) {
                     return replacing(ledger, [](const core::Price &) { return false; }, {*price});
                 },
                 core::priceJson(*price)});
}

CommandResult removePrice(const CommandCall &call)
{
    const QString model = call.words.value(1);
    const auto goes = [&model](const core::Price &price) {
        return price.source == core::PriceSource::User &&
               price.model.compare(model, Qt::CaseInsensitive) == 0;
    };
    return make(call,
                {"DELETE",
                 "/api/admin/prices?model=" + model.toUtf8().toPercentEncoding(),
                 {},
                 [&goes](core::Ledger &ledger) { return replacing(ledger, goes, {}); },
                 core::JsonWriter().text("removed", model.toUtf8()).toJson()});
}

CommandResult importPrices(const CommandCall &call)
{
    const QString path = call.words.value(1);
    const auto json = core::fileContent(path, core::MostLogBytes);
    if (!json) {
        return json.error();
    }
    const QString source = QFileInfo(path).fileName();
    const auto imported = core::parseLiteLlmPrices(*json, source, today());
    if (!imported) {
        return imported.error();
    }
    const auto goes = [](const core::Price &price) {
        return price.source == core::PriceSource::Imported;
    };
    return make(call,
                {"POST",
                 "/api/admin/prices/import?source=" + source.toUtf8().toPercentEncoding(),
                 *json,
                 [&](core::Ledger &ledger) { return replacing(ledger, goes, imported->prices); },
                 core::JsonWriter()
                     .number("imported", std::ssize(imported->prices))
                     .number("skipped", imported->skipped)
                     .toJson()});
}

CommandResult listPrices(const CommandCall &call)
{
    const auto shipped = core::PriceBook::shipped();
    if (!shipped) {
        return shipped.error();
    }
    std::vector<core::Price> overlay = call.configuration.prices();
    if (QFile::exists(call.ledgerFile)) {
        auto ledger = core::Ledger::open(call.ledgerFile, core::Durability::Process);
        if (!ledger) {
            return askOwner(call.configuration, "GET", "/api/admin/prices");
        }
        const auto stored = storedPrices(**ledger);
        if (!stored) {
            return stored.error();
        }
        overlay.insert(overlay.end(), stored->begin(), stored->end());
    }
    QByteArrayList lines;
    const core::PriceBook book = shipped->with(overlay); // outlives the loop
    for (const core::Price &price : book.prices()) {
        lines += core::priceJson(price);
    }
    return "{\"prices\":[" + lines.join(",\n") + "]}\n";
}

} // namespace

CommandResult priceCommand(const CommandCall &call)
{
    const QString verb = call.words.value(0);
    const qsizetype wanted = verb == "list"_L1 ? 1 : 2;
    if (call.words.size() == wanted) {
        if (verb == "list"_L1) {
            return listPrices(call);
        }
        if (verb == "set"_L1) {
            return setPrice(call);
        }
        if (verb == "remove"_L1) {
            return removePrice(call);
        }
        if (verb == "import"_L1) {
            return importPrices(call);
        }
    }
    return usage(u"Usage: capstan price list | set MODEL --input N --output N | remove MODEL | "
                 u"import FILE."_s);
}

CommandResult importCommand(const CommandCall &call)
{
    if (call.words.size() != 2 || call.words.first() != "usage"_L1) {
        return usage(u"Usage: capstan import usage FILE.jsonl."_s);
    }
    const auto lines = core::fileContent(call.words.at(1), core::MostLogBytes);
    if (!lines) {
        return lines.error();
    }
    const auto read = core::parseUsage(*lines);
    if (!read) {
        return read.error();
    }
    return make(call,
                {"POST",
                 "/api/admin/import/usage",
                 *lines,
                 [&read](core::Ledger &) {
                     return core::Result<std::vector<core::LedgerRecord>>(read->records);
                 },
                 core::JsonWriter()
                     .number("calls", read->calls)
                     .number("skipped", read->skipped)
                     .number("first_skipped_line", read->firstSkipped)
                     .toJson()});
}

} // namespace app
