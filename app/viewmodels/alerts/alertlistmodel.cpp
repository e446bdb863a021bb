// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alertlistmodel.h"

#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "core/alerts/alertmarks.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

QString
liveText(const core::BucketState &state, const core::Budget &budget, const core::Snapshot &snapshot)
{
    using alertwords::amount;
    QString text = AlertListModel::tr("%1 spent + %2 held of %3")
                       .arg(amount(state.settled, state.unit),
                            amount(state.held, state.unit),
                            amount(state.cap, state.unit));
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
    return core::alertIdentity(record);
}

AlertListModel::AlertListModel(QObject *parent)
    : RowListModel(parent)
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
    QSet<QByteArray> named; // a rolling window tells the same mark again; its newest stands
    for (const core::AlertRecord &record : snapshot.alerts) {
        const core::BucketState *open = openBucket(record, buckets);
        const core::Budget *budget = budgets.value(record.budgetId, nullptr);
        if (open == nullptr || budget == nullptr || named.contains(record.key)) {
            continue;
        }
        named.insert(record.key);
        if (!record.acknowledged) {
            const auto day = formatting::local(m_now, m_zone).date().toJulianDay();
            wanted.push_back(
                {record, *budget, liveText(*open, *budget, snapshot), static_cast<int>(day)});
        }
    }
    const int before = count();
    synchronise(wanted);
    if (count() != before) {
        Q_EMIT countChanged();
    }
}

const core::AlertRecord *AlertListModel::find(const QString &key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).record.key == key.toLatin1()) {
            return &at(row).record;
        }
    }
    return nullptr;
}

void AlertListModel::acknowledge(const QString &key)
{
    if (const core::AlertRecord *record = find(key)) {
        Q_EMIT acknowledgeRequested(*record);
    }
}

void AlertListModel::muteUntilTomorrow(const QString &key)
{
    if (const core::AlertRecord *record = find(key)) {
        Q_EMIT muteRequested(record->budgetId, formatting::tomorrow(m_now, m_zone));
    }
}

QVariant AlertListModel::present(const AlertFacts &facts) const
{
    AlertRow row = alertwords::rowFor(facts.record, &facts.budget, m_now, m_zone);
    row.key = QString::fromLatin1(facts.record.key);
    row.text = facts.live;
    return QVariant::fromValue(row);
}
