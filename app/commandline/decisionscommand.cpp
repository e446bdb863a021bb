// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "core/reports/decisions.h"
#include "core/reports/reportformat.h"

#include <algorithm>

namespace app {

CommandResult decisionsCommand(const CommandCall &call)
{
    std::vector<core::QueryParameter> parameters = call.options;
    std::erase_if(parameters, [](const auto &parameter) { return parameter.first == "format"; });
    const auto query = core::decisionQueryFrom(std::move(parameters), core::SystemClock().now());
    const auto format = core::reportFormatFrom(call.option("format").value_or("json"));
    if (!query || !format) {
        return query ? format.error() : query.error();
    }
    const auto activity = core::Activity::open(call.ledgerFile);
    if (!activity) {
        return activity.error();
    }
    const auto page = core::readDecisions(**activity, *query);
    if (!page) {
        return page.error();
    }
    return *format == core::ReportFormat::Json ? core::decisionsJson(*page)
                                               : core::toText(core::decisionTable(*page), *format);
}

} // namespace app
