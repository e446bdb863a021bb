// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alertlistmodel.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

QString amountText(qint64 amount, core::Unit unit)
{
    switch (unit) {
    case core::Unit::Usd:
        return formatting::money(core::Money::fromNanos(amount));
    case core::Unit::Tokens:
        return formatting::count(amount) + u" tokens"_s;
    case core::Unit::Requests:
        return formatting::count(amount) + u" requests"_s;
    }
    return {};
}

/// "tenant:research" is research, "agent:crawler" is agent crawler, "" is everybody.
QString whoOf(const QByteArray &label)
{
    if (label.isEmpty()) {
        return u"All tenants"_s;
    }
    const QString text = QString::fromUtf8(label);
    return text.startsWith("tenant:"_L1) ? text.mid(7)
                                         : QString(text).replace(u':', u' ').replace(u',', u", "_s);
}

QString
liveText(const core::BucketState &state, const core::Budget &budget, const core::Snapshot &snapshot)
{
    QString text = u"%1 spent + %2 held of %3"_s.arg(amountText(state.settled, state.unit),
                                                     amountText(state.held, state.unit),
                                                     amountText(state.cap, state.unit));
    const auto zone = formatting::zoneOf(snapshot.zone);
    const auto course = forecast::Course::of(state, budget.window.kind, snapshot.at);
    const auto outlook = forecast::outlook(course, snapshot.at);
    if (outlook.kind != forecast::Outlook::Kind::NoPace) {
        text += u" · "_s + forecast::remark(outlook, snapshot.at, zone);
    }
    return text;
}

/// The bucket in which the crossing is still the present state, if there is one.
const core::BucketState *openBucket(const core::AlertRecord &record,
                                    const QHash<QByteArray, const core::BucketState *> &buckets)
{
    const core::BucketState *state = buckets.value(record.key, nullptr);
    return state != nullptr && state->crossedMark == record.mark && state->limit == record.limit
               ? state
               : nullptr;
}

} // namespace

QByteArray AlertFacts::key() const
{
    return record.key + '\n' + QByteArray::number(record.mark) + '\n' +
           QByteArray::number(record.limit);
}

AlertListModel::AlertListModel(Which which, QObject *parent)
    : RowListModel(parent)
    , m_which(which)
    , m_zone(QTimeZone::utc())
{}

void AlertListModel::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = formatting::zoneOf(snapshot.zone);
    QHash<QByteArray, const core::BucketState *> buckets;
    QHash<QByteArray, const core::Budget *> budgets;
    for (const core::AlertRecord &record : snapshot.alerts) {
        buckets.insert(record.key, nullptr);
        budgets.insert(record.budgetId, nullptr);
    }
    for (const core::BucketState &state : snapshot.buckets) {
        if (buckets.contains(state.key) && state.span.contains(snapshot.at)) {
            buckets.insert(state.key, &state);
        }
    }
    for (const core::Budget &budget : snapshot.budgets) {
        if (budgets.contains(budget.id)) {
            budgets.insert(budget.id, &budget);
        }
    }
    std::vector<AlertFacts> wanted;
    for (const core::AlertRecord &record : snapshot.alerts) {
        const core::BucketState *open = openBucket(record, buckets);
        const core::Budget *budget = budgets.value(record.budgetId, nullptr);
        const bool isOpen = open != nullptr && budget != nullptr;
        if (isOpen != (m_which == Which::Open)) {
            continue;
        }
        AlertFacts facts;
        facts.record = record;
        facts.unit = budget != nullptr ? budget->unit : core::Unit::Usd;
        facts.capWords = budget != nullptr ? capName(budget->window).toLower() : u"cap"_s;
        const bool isTenants = record.label.startsWith("tenant:") && !record.label.contains(',');
        facts.adjustable = budget != nullptr && (record.label.isEmpty() || isTenants);
        facts.live = isOpen ? liveText(*open, *budget, snapshot) : QString();
        facts.day = static_cast<int>(formatting::local(m_now, m_zone).date().toJulianDay());
        wanted.push_back(std::move(facts));
    }
    const int before = count();
    synchronise(wanted);
    if (count() != before) {
        Q_EMIT countChanged();
    }
}

QVariant AlertListModel::present(const AlertFacts &facts) const
{
    const core::AlertRecord &record = facts.record;
    const QString who = whoOf(record.label);
    const QString whose = record.label.isEmpty() ? u"their"_s : u"its"_s;
    AlertRow row;
    row.title =
        record.hard
            ? u"%1 reached %2 %3"_s.arg(who, whose, facts.capWords)
            : u"%1 passed %2 of %3 %4"_s.arg(
                  who,
                  formatting::percent(static_cast<double>(record.mark) / core::Budget::Whole),
                  whose,
                  facts.capWords);
    row.text = facts.live.isEmpty() ? u"%1 of %2"_s.arg(amountText(record.settled, facts.unit),
                                                        amountText(record.limit, facts.unit))
                                    : facts.live;
    row.timeText = formatting::when(record.at, m_now, m_zone);
    row.tenant = facts.adjustable ? QString::fromUtf8(record.label.mid(7)) : QString();
    row.adjustable = facts.adjustable;
    row.hard = record.hard;
    return QVariant::fromValue(row);
}
