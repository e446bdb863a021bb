// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alertrow.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/keynames.h"
#include "core/alerts/spendspikes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Named for translators as the page is.
struct Alerts
{
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

/// "tenant:research" is research, "agent:crawler" is agent crawler; a key goes by its name.
QString whoOf(const QByteArray &label)
{
    const auto selector = core::Selector::parse(label);
    if (selector.ok() && std::ranges::any_of(selector->terms(), alertwords::isOfKey)) {
        return alertwords::whom(*selector);
    }
    const QString text = QString::fromUtf8(label);
    return text.startsWith("tenant:"_L1) ? text.mid(7)
                                         : QString(text).replace(u':', u' ').replace(u',', u", "_s);
}

QString capOf(const core::Budget *budget)
{
    if (budget == nullptr) {
        return Alerts::tr("cap, since deleted");
    }
    switch (budget->window.kind) {
    case core::WindowKind::Lifetime:
        return Alerts::tr("total cap");
    case core::WindowKind::Rolling:
        return Alerts::tr("cap per %1").arg(windowName(budget->window));
    case core::WindowKind::Hour:
        return Alerts::tr("hourly cap");
    case core::WindowKind::Day:
        return Alerts::tr("daily cap");
    case core::WindowKind::Week:
        return Alerts::tr("weekly cap");
    case core::WindowKind::Month:
        return Alerts::tr("monthly cap");
    }
    return {};
}

QString percentOf(int mark)
{
    return formatting::percent(static_cast<double>(mark) / core::Budget::Whole);
}

QString titleOf(const core::AlertRecord &record, const core::Budget *budget)
{
    if (core::isSpike(record)) {
        return Alerts::tr("%1 spent far more than usual").arg(whoOf(record.label));
    }
    const QString cap = capOf(budget);
    if (record.label.isEmpty()) {
        return record.hard ? Alerts::tr("All tenants reached their %1").arg(cap)
                           : Alerts::tr("All tenants passed %1 of their %2")
                                 .arg(percentOf(record.mark), cap);
    }
    const QString who = whoOf(record.label);
    return record.hard ? Alerts::tr("%1 reached its %2").arg(who, cap)
                       : Alerts::tr("%1 passed %2 of its %3").arg(who, percentOf(record.mark), cap);
}

/// "research", "each tenant", "agent crawler", "project search".
QString partOf(const core::Selector::Term &term)
{
    const QString what = term.tagName.isEmpty() ? dimensionwords::name(term.dimension)
                                                : QString::fromUtf8(term.tagName);
    const bool isTenant = term.tagName.isEmpty() && term.dimension == core::Dimension::Tenant;
    if (term.value.isEmpty()) {
        //: %1 is a dimension or a tag's name: "each agent"
        return isTenant ? Alerts::tr("each tenant") : Alerts::tr("each %1").arg(what);
    }
    const QString value =
        alertwords::isOfKey(term) ? keynames::of(term.value) : QString::fromUtf8(term.value);
    return isTenant ? value : what + u' ' + value;
}

} // namespace

namespace alertwords {

bool isOfKey(const core::Selector::Term &term)
{
    return term.tagName.isEmpty() && term.dimension == core::Dimension::Key;
}

QString amount(qint64 amount, core::Unit unit)
{
    if (unit != core::Unit::Usd && formatting::countable(amount) != amount) {
        return unitamount::figure(amount, unit) + u' ' + unitamount::word(unit); // no plural's int
    }
    switch (unit) {
    case core::Unit::Usd:
        return formatting::money(core::Money::fromNanos(amount));
    case core::Unit::Tokens:
        return Alerts::tr("%Ln token(s)", nullptr, formatting::countable(amount));
    case core::Unit::Requests:
        return Alerts::tr("%Ln request(s)", nullptr, formatting::countable(amount));
    }
    return {};
}

AlertRow rowFor(const core::AlertRecord &record,
                const core::Budget *budget,
                core::Time now,
                const QTimeZone &zone)
{
    AlertRow row;
    row.title = titleOf(record, budget);
    if (core::isSpike(record)) {
        //: what was spent, when that hour began, what is usual
        row.text = Alerts::tr("%1 in the hour from %2, usually %3")
                       .arg(amount(record.settled, core::Unit::Usd),
                            formatting::when(record.window.begins, now, zone),
                            amount(record.limit, core::Unit::Usd));
    } else if (budget != nullptr) {
        row.text =
            Alerts::tr("%1 of %2")
                .arg(amount(record.settled, budget->unit), amount(record.limit, budget->unit));
    }
    row.timeText = formatting::when(record.at, now, zone);
    row.state = record.acknowledged ? Alerts::tr("acknowledged") : QString();
    row.adjustable = budget != nullptr;
    row.budget = QString::fromUtf8(record.budgetId);
    row.counter = QString::fromUtf8(record.label);
    row.hard = record.hard;
    return row;
}

QString whom(const core::Selector &selector)
{
    QStringList parts;
    for (const core::Selector::Term &term : selector.terms()) {
        parts += partOf(term);
    }
    return parts.isEmpty() ? Alerts::tr("All tenants") : parts.join(u" · "_s);
}

QString budgetTitle(const core::Budget &budget)
{
    if (!budget.name.isEmpty()) {
        return budget.name;
    }
    const QString unit = unitamount::word(budget.unit);
    const QString who = whom(budget.selector);
    return unit.isEmpty() ? Alerts::tr("%1, %2").arg(who, capOf(&budget))
                          //: whose, "daily cap", "tokens"
                          : Alerts::tr("%1, %2 in %3").arg(who, capOf(&budget), unit);
}

QString marks(const std::vector<int> &marks)
{
    QStringList texts;
    for (const int mark : marks) {
        texts += percentOf(mark);
    }
    return texts.join(u", "_s);
}

QString plainMarks(const std::vector<int> &marks)
{
    constexpr double PerPercent = core::Budget::Whole / 100.0;
    QStringList texts;
    for (const int mark : marks) {
        texts += QString::number(mark / PerPercent, 'g', 6);
    }
    return texts.join(u", "_s);
}

} // namespace alertwords
