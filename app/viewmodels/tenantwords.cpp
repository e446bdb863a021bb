// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/tenantwords.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/tenantdetail.h"
#include "core/budget/budgetorigin.h"

using namespace Qt::StringLiterals;

namespace {

QString shortFigure(qint64 amount, core::Unit unit)
{
    return unit == core::Unit::Usd ? unitamount::figure(amount, unit) : formatting::count(amount);
}

} // namespace

namespace tenantwords {

QString standing(Standing::Kind standing)
{
    switch (standing) {
    case Standing::Calm:
        return {};
    case Standing::Near:
        return TenantDetail::tr("near", "its cap");
    case Standing::Full:
        return TenantDetail::tr("full", "its cap is reached");
    case Standing::Paused:
        return TenantDetail::tr("paused");
    }
    return {};
}

QString capLine(const BoundBudget &bound, const core::Snapshot &snapshot)
{
    QString line = capName(bound.budget->window);
    const core::Time ends = bound.state.span.ends;
    if (ends != core::Time::max() && bound.budget->window.kind != core::WindowKind::Rolling) {
        const QByteArray &id = bound.budget->window.zone;
        const QString zone = id == snapshot.zone
                                 ? QString()
                                 : u' ' + QString::fromUtf8(id.isEmpty() ? "UTC"_ba : id);
        line += u" · "_s +
                TenantDetail::tr("resets %1", "the cap, at 00:00")
                    .arg(forecast::windowEnd(ends, snapshot.at, formatting::zoneOf(id)) + zone);
    }
    if (bound.budget->mode == core::BudgetMode::Audit) {
        line += u" · "_s + TenantDetail::tr("audit only");
    }
    if (core::originOf(bound.budget->id) != core::BudgetOrigin::Owner) {
        line += u" · "_s + TenantDetail::tr("put back at the next start");
    }
    return line;
}

QString standingFigures(const core::BucketState &state)
{
    return shortFigure(state.settled, state.unit) + u" / "_s + shortFigure(state.cap, state.unit);
}

QString counterName(const QByteArray &label)
{
    const auto selector = core::Selector::parse(label);
    return selector.ok() ? alertwords::whom(*selector) : QString::fromUtf8(label);
}

QString resetQuestion(const core::BucketState &state)
{
    return TenantDetail::tr(
               "%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.")
        .arg(unitamount::text(state.settled, state.unit), unitamount::text(state.cap, state.unit));
}

QString forGood()
{
    return TenantDetail::tr("This cannot be undone.");
}

QString cutForGood()
{
    return TenantDetail::tr("Calls that are cut do not come back.");
}

} // namespace tenantwords
