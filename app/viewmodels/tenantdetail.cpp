// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/tenantdetail.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/tenantwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using core::Money;

QString nameOf(const BoundBudget &bound, const QByteArray &tenant)
{
    const QString window = windowName(bound.budget->window);
    const QString unit = bound.budget->unit == core::Unit::Tokens     ? TenantDetail::tr("tokens")
                         : bound.budget->unit == core::Unit::Requests ? TenantDetail::tr("requests")
                                                                      : QString();
    const QString who = bound.budget->selector.isGlobal() ? TenantDetail::tr("all tenants")
                        : bound.own                       ? QString::fromUtf8(tenant)
                                                          : TenantDetail::tr("each tenant");
    return formatting::list(unit.isEmpty() ? QStringList{window, who}
                                           : QStringList{window, who, unit});
}

const core::Snapshot::Tenant *find(const core::Snapshot &snapshot, const QByteArray &tenant)
{
    const auto found = std::find_if(snapshot.tenants.begin(),
                                    snapshot.tenants.end(),
                                    [&](const auto &each) { return each.name == tenant; });
    return found == snapshot.tenants.end() ? nullptr : &*found;
}

} // namespace

TenantDetail::TenantDetail(QObject *parent)
    : QObject(parent)
{
    connect(&m_editor, &CapEditor::changed, &m_past, &CapPast::look);
}

void TenantDetail::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    m_zone = snapshot.zone;
    m_keys.apply(snapshot, m_tenant);
    if (!m_selected) {
        return;
    }
    if (!m_budget.isEmpty()) {
        applyBudget(snapshot, directory);
        return;
    }
    const auto binding = directory.binding(m_tenant);
    const auto isDraft = [this](const BoundBudget &bound) {
        return m_draft && bound.budget->id == m_draft->id;
    };
    if (std::ranges::any_of(binding, isDraft)) { // it is set
        m_chosenBudget = m_draft->id;
        m_draft.reset();
    }
    const auto own = m_draft ? std::nullopt : edited(binding);
    const TenantTexts before = m_texts;
    applyTexts(snapshot, own);
    if (own || m_draft) {
        m_editor.apply(situationFor(snapshot, binding, own));
        m_raise.apply(m_editor.situation());
    }
    applyOthers(binding, own);
    announce(before);
}

void TenantDetail::announce(const TenantTexts &before)
{
    if (before != m_texts || m_announcedEditable != isEditable()) {
        m_announcedEditable = isEditable();
        Q_EMIT changed();
    }
}

std::optional<BoundBudget> TenantDetail::edited(const std::vector<BoundBudget> &binding) const
{
    const auto isOurs = [this](const BoundBudget &bound) {
        return bound.own && bound.budget->unit == core::Unit::Usd &&
               bound.budget->selector.isGlobal() == m_tenant.isEmpty();
    };
    const auto chosen = std::find_if(binding.begin(), binding.end(), [&](const auto &bound) {
        return isOurs(bound) && bound.budget->id == m_chosenBudget;
    });
    const auto found =
        chosen != binding.end() ? chosen : std::find_if(binding.begin(), binding.end(), isOurs);
    return found == binding.end() ? std::nullopt : std::optional(*found);
}

CapSituation TenantDetail::situationFor(const core::Snapshot &snapshot,
                                        const std::vector<BoundBudget> &binding,
                                        const std::optional<BoundBudget> &own) const
{
    CapSituation situation;
    situation.now = snapshot.at;
    situation.zone = formatting::zoneOf(snapshot.zone);
    situation.exists = own.has_value();
    situation.budget = own ? *own->budget : *m_draft;
    if (own) {
        situation.state = own->state;
    } else {
        const auto *tenant = find(snapshot, m_tenant);
        situation.state.settled = m_spentToday.nanos();
        situation.state.held = m_tenant.isEmpty()  ? snapshot.heldNow.nanos()
                               : tenant != nullptr ? tenant->held.nanos()
                                                   : 0;
        situation.state.perHour = m_tenant.isEmpty()  ? snapshot.burnPerHour.nanos()
                                  : tenant != nullptr ? tenant->burnPerHour.nanos()
                                                      : 0;
        situation.state.span = m_draft->window.spanAt(snapshot.at);
    }
    for (const core::RunningCall &call : snapshot.running) {
        if (m_tenant.isEmpty() || call.tenant == m_tenant) {
            situation.running.push_back(call);
        }
    }
    situation.runningIsComplete =
        static_cast<int>(snapshot.running.size()) >= snapshot.runningCount;
    for (const BoundBudget &bound : binding) {
        const bool counts = bound.budget->unit == core::Unit::Usd &&
                            bound.budget->mode == core::BudgetMode::Enforce;
        if (counts && bound.budget->id != situation.budget.id) {
            situation.roomElsewhere = std::min(situation.roomElsewhere, bound.room());
        }
    }
    return situation;
}

void TenantDetail::applyTexts(const core::Snapshot &snapshot, const std::optional<BoundBudget> &own)
{
    const auto *tenant = find(snapshot, m_tenant);
    const QTimeZone zone = formatting::zoneOf(snapshot.zone);
    const bool isAll = m_tenant.isEmpty();
    m_spentToday = isAll ? snapshot.spentToday : tenant != nullptr ? tenant->spentToday : Money();
    const int running = isAll ? snapshot.runningCount : tenant != nullptr ? tenant->running : 0;
    m_texts = {};
    m_texts.isAll = isAll;
    m_texts.title = isAll ? tr("All tenants") : QString::fromUtf8(m_tenant);
    m_texts.name = QString::fromUtf8(m_tenant);
    m_texts.paused = isAll ? snapshot.pausedAll : tenant != nullptr && tenant->paused;
    m_texts.hasCap = own.has_value();
    m_texts.standing = m_texts.paused ? Standing::Paused : own ? own->standing() : Standing::Calm;
    m_texts.standingWord = tenantwords::standing(m_texts.standing);
    m_texts.capLine = own       ? tenantwords::capLine(*own, snapshot)
                      : m_draft ? tr("New daily cap")
                                : tr("No cap of its own");
    m_texts.spentLine =
        tr("%1 spent today").arg(formatting::money(m_spentToday)) + u" · "_s +
        (running == 0 ? tr("no call running") : tr("%Ln call(s) running", nullptr, running));
    m_texts.busy = running > 0;
    m_texts.pauseQuestion =
        running == 0
            ? tr("No call is running. From then on every call is refused, until you resume.")
            : tr("New calls are refused until you resume. Let %1 finish, or cut now?")
                      .arg(formatting::runningCalls(running)) +
                  u' ' + tenantwords::cutForGood();
    if (own) {
        m_texts.resetQuestion =
            tenantwords::resetQuestion(own->state) + u' ' + tenantwords::forGood();
        const auto course = forecast::Course::of(own->state, own->budget->window.kind, snapshot.at);
        m_texts.forecast =
            forecast::sentence(forecast::outlook(course, snapshot.at), snapshot.at, zone);
    }
}

void TenantDetail::applyOthers(const std::vector<BoundBudget> &binding,
                               const std::optional<BoundBudget> &own)
{
    std::vector<BindingRow> rows;
    for (const BoundBudget &bound : binding) {
        if (own && bound.budget->id == own->budget->id) {
            continue;
        }
        BindingRow row;
        row.budgetId = bound.budget->id;
        row.name = nameOf(bound, m_tenant);
        row.label = bound.state.label;
        row.text = tenantwords::standingFigures(bound.state);
        row.bar = barOf(bound.amounts());
        row.bar.description = row.name + u' ' + row.text;
        row.own = bound.own && bound.budget->unit == core::Unit::Usd &&
                  bound.budget->selector.isGlobal() == m_tenant.isEmpty();
        rows.push_back(std::move(row));
    }
    m_others.synchronise(rows);
}

bool TenantDetail::refuse(const QString &budgetId, const QString &why)
{
    if (!m_selected || !m_editor.isPending() ||
        budgetId != QString::fromUtf8(m_editor.situation().budget.id)) {
        return false;
    }
    m_editor.refuse(why);
    return true;
}

void TenantDetail::choose(bool selected, const QByteArray &tenant, const QByteArray &budget)
{
    if (selected == m_selected && tenant == m_tenant && budget == m_budget) {
        return;
    }
    m_selected = selected;
    m_tenant = tenant;
    m_budget = budget;
    m_label.clear();
    m_chosenBudget.clear();
    m_draft.reset();
    m_editor.putBack();
    Q_EMIT refreshWanted();
    Q_EMIT selectionChanged();
}

void TenantDetail::select(const QString &tenant)
{
    choose(true, tenant.toUtf8());
}

void TenantDetail::selectAll()
{
    choose(true, {});
}

void TenantDetail::clear()
{
    choose(false, {});
}
