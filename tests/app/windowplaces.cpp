// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowplaces.h"

#include <vector>

namespace places {

namespace {

using Places = std::vector<std::pair<const char *, const char *>>;

/// A route, and its fields with the place of each.
struct Route
{
    const char *route;
    const char *place;
    Places fields;
};

const Places Budget{{"id", "BudgetOptions.id"},
                    {"name", "BudgetForm.name"},
                    {"selector", "BudgetForm.value"},
                    {"window", "BudgetForm.window"},
                    {"unit", "BudgetForm.unit"},
                    {"limit_nano_usd", "BudgetForm.amount"},
                    {"soft_marks_ppm", "BudgetForm.marks"},
                    {"hard_mark_ppm", "BudgetOptions.hardMark"},
                    {"raise_nano_usd", "CapRaise.type"},
                    {"raise_until", "CapRaise.chooseEnd"},
                    {"mode", "BudgetForm.auditOnly"},
                    {"at_hard", "BudgetForm.ending"},
                    {"at_soft", "BudgetOptions.downgrades"},
                    {"at_soft.disable_tools", "BudgetOptions.tools"},
                    {"at_soft.downgrades", "BudgetOptions.downgrades"},
                    {"queue_for_s", "BudgetForm.waitSeconds"},
                    {"clamp", "BudgetOptions.clamp"},
                    {"yields_to_exact", "BudgetOptions.yields"}};

const Places Key{{"name", "KeyForm.name"},
                 {"tenant", "KeyForm.tenant"},
                 {"agent", "KeyForm.agent"},
                 {"models", "KeyForm.models"},
                 {"limits", "KeyForm.requests"},
                 {"limits.requests_per_minute", "KeyForm.requests"},
                 {"limits.requests_per_hour", "KeyForm.hourlyRequests"},
                 {"limits.tokens_per_minute", "KeyForm.tokens"},
                 {"limits.tokens_per_hour", "KeyForm.hourlyTokens"},
                 {"limits.parallel", "KeyForm.parallel"},
                 {"expires_at", "KeyForm.expires"}};

/// What calls a report or the log is of.
const Places Calls{{"agent", "MoreFilters.chips"},
                   {"experiment", "MoreFilters.chips"},
                   {"feature", "MoreFilters.chips"},
                   {"key", "MoreFilters.chips"},
                   {"namespace", "MoreFilters.chips"},
                   {"provider", "MoreFilters.chips"},
                   {"route", "MoreFilters.chips"},
                   {"team", "MoreFilters.chips"},
                   {"user", "MoreFilters.chips"},
                   {"zone", "MoreFilters.chips"}};

const std::vector<Route> &routes()
{
    static const std::vector<Route> all{
        {"GET /api/budget", "ControlCentre.budgets", {{"scope", "BudgetListModel.filter"}}},
        {"POST /api/budget",
         "BudgetForm.save",
         {{"scope", "BudgetForm.value"}, {"limit", "BudgetForm.amount"}}},
        {"DELETE /api/budget", "TenantDetail.removeCap", {{"scope", "TenantDetail.select"}}},
        {"GET /api/admin/budgets", "ControlCentre.budgets", {}},
        {"POST /api/admin/budgets", "BudgetForm.save", Budget},
        {"DELETE /api/admin/budgets",
         "TenantDetail.removeCap",
         {{"id", "TenantDetail.selectBudget"}}},
        {"POST /api/admin/budgets/reset",
         "TenantDetail.resetCap",
         {{"id", "TenantDetail.selectBudget"}, {"label", "TenantDetail.selectBudget"}}},
        {"POST /api/admin/budgets/raise",
         "CapRaise.commit",
         {{"id", "TenantDetail.selectBudget"},
          {"by", "CapRaise.type"},
          {"until", "CapRaise.chooseEnd"}}},
        {"DELETE /api/admin/budgets/raise",
         "CapRaise.endNow",
         {{"id", "TenantDetail.selectBudget"}}},
        {"GET /api/admin/in-flight", "ControlCentre.running", {}},
        {"POST /api/admin/pause",
         "ControlCentre.pauseAll",
         {{"tenant", "TenantDetail.pause"},
          {"paused", "TenantDetail.resume"},
          {"cut", "TenantDetail.pauseAndCut"}}},
        {"GET /api/admin/recovered", "ActivityModel.outcome", {}},
        {"POST /api/admin/corrections",
         "CorrectionEditor.save",
         {{"id", "ActivityModel.showStory"},
          {"attempt", "CorrectionEditor.attempt"},
          {"by", "CorrectionEditor.by"},
          {"cost_usd", "CorrectionEditor.cost"},
          {"input_tokens", "CorrectionEditor.input"},
          {"cached_input_tokens", "CorrectionEditor.cached"},
          {"cache_write_tokens", "CorrectionEditor.cacheWrite"},
          {"output_tokens", "CorrectionEditor.output"},
          {"reasoning_tokens", "CorrectionEditor.reasoning"},
          {"reason", "CorrectionEditor.reason"}}},
        {"GET /api/admin/keys", "TenantDetail.keys", {}},
        {"POST /api/admin/keys", "KeyForm.save", Key},
        {"PATCH /api/admin/keys", "KeyListModel.edit", Key},
        {"DELETE /api/admin/keys", "KeyListModel.revoke", {{"id", "KeyListModel.revoke"}}},
        {"GET /api/admin/prices", "ControlCentre.prices", {{"model", "PriceListModel.filter"}}},
        {"POST /api/admin/prices",
         "PriceEditor.save",
         {{"model", "PriceEditor.name"},
          {"input", "PriceEditor.input"},
          {"cached_input", "PriceEditor.cached"},
          {"cache_write", "PriceEditor.cacheWrite"},
          {"output", "PriceEditor.output"},
          {"per_request", "PriceEditor.perRequest"},
          {"per_audio_minute", "PriceEditor.audioMinute"},
          {"tiers", "PriceEditor.tiers"},
          {"effective_from", "PriceEditor.validFrom"},
          {"source", "PriceEditor.source"},
          {"date", "PriceEditor.sourceDay"},
          {"from", "no: what the list tells of a price, passed over in a wish"}}},
        {"DELETE /api/admin/prices", "PriceRemoval.confirm", {{"model", "PriceEditor.askRemoval"}}},
        {"POST /api/admin/prices/import",
         "PriceListModel.fileImport",
         {{"source", "no: the window names the file that it was given"}}},
        {"POST /api/admin/simulate",
         "BudgetForm.past",
         {{"budget", "BudgetForm.past"},
          {"price", "PriceListModel.past"},
          {"policy", "PolicyTrial.look"},
          {"from", "PricePast.from"},
          {"to", "PricePast.to"}}},
        {"GET /api/admin/invoices",
         "InvoiceDesk.closedOnes",
         {{"tenant", "InvoiceDesk.tenant"},
          {"period", "InvoiceDesk.month"},
          {"zone", "InvoiceDesk.zone"},
          {"format", "InvoiceDesk.saveJson"}}},
        {"POST /api/admin/invoices",
         "InvoiceDesk.close",
         {{"tenant", "InvoiceDesk.tenant"},
          {"period", "InvoiceDesk.month"},
          {"zone", "InvoiceDesk.zone"}}},
        {"POST /api/admin/invoices/terms",
         "InvoiceDesk.keepTerms",
         {{"tenant", "InvoiceDesk.tenant"}, {"markup_percent", "InvoiceDesk.percent"}}},
        {"POST /api/admin/import/usage", "SettingsModel.usageImport", {}},
        {"GET /api/admin/alerts",
         "AlertCentre.history",
         {{"budget", "AlertHistoryModel.budget"},
          {"label", "AlertHistoryModel.tenant"},
          {"hard", "AlertHistoryModel.kind"},
          {"open", "AlertHistoryModel.kind"},
          {"from", "AlertHistoryModel.time"},
          {"to", "AlertHistoryModel.time"},
          {"before", "AlertHistoryModel.readOn"},
          {"limit", "AlertHistoryModel.readOn"}}},
        {"POST /api/admin/alerts/acknowledge",
         "AlertListModel.acknowledge",
         {{"ids", "AlertHistoryModel.acknowledge"}, {"all", "AlertCentre.acknowledgeAll"}}},
        {"POST /api/admin/alerts/mute",
         "MuteDesk.mute",
         {{"budget", "MuteDesk.budget"}, {"until", "MuteDesk.until"}}},
        {"DELETE /api/admin/alerts/mute", "MuteDesk.unmute", {{"budget", "MuteDesk.unmute"}}},
        {"POST /api/admin/alerts/test", "AlertCentre.testWebhook", {}},
        {"GET /api/reports", "ReportsModel.titles", {}},
        {"GET /api/reports/*",
         "ReportsModel.current",
         {{"from", "ReportsModel.range"},
          {"to", "ReportsModel.range"},
          {"by", "ReportsModel.group"},
          {"per", "ReportsModel.period"},
          {"threshold", "ReportsModel.amount"},
          {"revenue", "ReportsModel.revenues"},
          {"tag", "ReportsModel.tag"},
          {"tenant", "ReportsModel.tenant"},
          {"model", "ReportsModel.model"},
          {"limit", "no: the table scrolls through all rows that a window can hold"},
          {"offset", "no: the table scrolls through all rows that a window can hold"},
          {"format", "ReportsModel.saveJson"}}},
        {"GET /api/admin/reconcile", "ReconcileList.compare", {}},
        {"POST /api/policy/reload", "PolicyCare.reload", {}},
        {"GET /api/admin/decisions",
         "ControlCentre.activity",
         {{"from", "ActivityModel.time"},
          {"to", "ActivityModel.time"},
          {"outcome", "ActivityModel.outcome"},
          {"rule", "ActivityModel.rule"},
          {"budget", "MoreFilters.chips"},
          {"tag", "MoreFilters.chips"},
          {"request", "MoreFilters.chips"},
          {"tenant", "ActivityModel.tenant"},
          {"model", "ActivityModel.model"},
          {"limit", "no: the log reads on as one scrolls"},
          {"before", "no: the log reads on as one scrolls"},
          {"format", "ActivityModel.saveJson"}}},
    };
    return all;
}

/// Those of `capstan key`, `budget` and `alert` are fields of the routes above.
const Places &options()
{
    static const Places all{
        {"capstan report --telemetry", "ReportsModel.openLog"},
        {"capstan price --input", "PriceEditor.input"},
        {"capstan price --output", "PriceEditor.output"},
        {"capstan price --cached-input", "PriceEditor.cached"},
        {"capstan price --cache-write", "PriceEditor.cacheWrite"},
        {"capstan price --per-request", "PriceEditor.perRequest"},
        {"capstan price --effective-from", "PriceEditor.validFrom"},
        {"capstan simulate --budget", "TenantDetail.past"},
        {"capstan simulate --scope", "BudgetForm.value"},
        {"capstan simulate --window", "BudgetForm.window"},
        {"capstan simulate --limit", "BudgetForm.amount"},
        {"capstan simulate --price", "PriceListModel.past"},
        {"capstan simulate --policy", "PolicyTrial.look"},
        {"capstan simulate --from", "PricePast.from"},
        {"capstan simulate --to", "PricePast.to"},
        {"capstan invoice --format", "InvoiceDesk.saveTable"},
        {"capstan invoice --out", "InvoiceDesk.savedText"},
        {"capstan invoice --zone", "InvoiceDesk.zone"},
        {"capstan invoice --markup", "InvoiceDesk.percent"},
        {"capstan invoice --discount", "InvoiceDesk.percent"},
    };
    return all;
}

} // namespace

const QHash<QByteArray, QByteArray> &all()
{
    static const QHash<QByteArray, QByteArray> known = [] {
        QHash<QByteArray, QByteArray> places;
        for (const Route &route : routes()) {
            const QByteArray name = route.route;
            places.insert(name, route.place);
            Places fields = route.fields;
            if (name == "GET /api/reports/*" || name == "GET /api/admin/decisions") {
                fields.insert(fields.end(), Calls.begin(), Calls.end());
            }
            for (const auto &[field, place] : fields) {
                places.insert(name + ' ' + field, place);
            }
        }
        places.insert("PATCH /api/admin/keys id", "KeyListModel.edit");
        for (const auto &[option, place] : options()) {
            places.insert(option, place);
        }
        return places;
    }();
    return known;
}

} // namespace places
