// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricelistmodel.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::PriceSource;

namespace {

/// Sums over a day move slowly; a report costs a few milliseconds of another thread.
constexpr std::chrono::seconds UsageInterval{10};
constexpr std::chrono::minutes UnseenInterval{1};

} // namespace

PriceListModel::PriceListModel(QObject *parent)
    : RowListModel(parent)
    , m_zone(QTimeZone::utc())
{
    connect(m_editor.removal(), &PriceRemoval::reportWanted, this, &PriceListModel::reportWanted);
}

void PriceListModel::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
    m_editor.setNow(m_now);
    m_past.setNow(m_now, m_zone);
    std::vector<std::pair<QString, QString>> served;
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        for (const QByteArray &model : upstream.models) {
            served.emplace_back(QString::fromUtf8(model), upstream.name);
        }
    }
    if (served != m_served) {
        m_served = std::move(served);
        list();
    }
    askForUsage();
}

void PriceListModel::setBooks(const PriceBookPointer &inForce, const PriceBookPointer &usual)
{
    m_inForce = inForce;
    m_usual = usual;
    m_editor.setBooks(inForce, usual, m_now);
    list();
}

void PriceListModel::askForUsage()
{
    if (!m_shown) {
        // A notice tells of refusals on every page.
        if (m_unpricedCount > 0 && m_now - m_askedAt >= UnseenInterval) {
            m_askedAt = m_now;
            askForRefusals();
        }
        return;
    }
    if (m_now - m_askedAt < UsageInterval) {
        return;
    }
    m_askedAt = m_now;
    const QDateTime midnight = formatting::local(m_now, m_zone).date().startOfDay(m_zone);
    core::ReportQuery today;
    today.name = "cost";
    today.by = {core::Dimension::Model};
    today.from = core::Time(std::chrono::milliseconds(midnight.toMSecsSinceEpoch()));
    today.now = m_now;
    Q_EMIT reportWanted(today);
    askForRefusals();
}

void PriceListModel::askForRefusals()
{
    core::ReportQuery refused;
    refused.name = "unpriced_models";
    refused.from = m_now - RefusalRange;
    refused.now = m_now;
    Q_EMIT reportWanted(refused);
}

void PriceListModel::takeReport(const core::Report &report)
{
    const auto column = [&report](const char *name) {
        const auto found = std::find(report.columns.begin(), report.columns.end(), name);
        return static_cast<std::size_t>(found - report.columns.begin());
    };
    const bool cost = report.name == "cost";
    if (cost && !report.columns.empty() && report.columns.front() == "tenant") {
        m_editor.removal()->take(report);
        return;
    }
    const std::size_t model = column("model");
    const std::size_t value = column(cost ? "total_cost_usd" : "refused_count");
    if (std::max(model, value) >= report.columns.size()) {
        return;
    }
    m_errorText.clear();
    m_todayKnown = m_todayKnown || cost;
    (cost ? static_cast<void>(m_today.clear()) : m_refused.clear());
    for (const auto &row : report.rows) {
        const auto *name = std::get_if<QByteArray>(&row[model]);
        const QString key = name != nullptr ? QString::fromUtf8(*name) : QString();
        if (const auto *money = std::get_if<core::Money>(&row[value])) {
            m_today.insert(key, *money);
        } else if (const auto *count = std::get_if<qint64>(&row[value])) {
            m_refused.insert(key, *count);
        }
    }
    list();
}

void PriceListModel::refuseReport(const QByteArray &name, const QString &why)
{
    if (name == "cost" || name == "unpriced_models") {
        m_errorText = sentences::translated(why);
        m_editor.removal()->refuse(m_errorText);
        Q_EMIT listed();
    }
}

PriceFacts PriceListModel::factsOf(const QString &model, const QString &provider) const
{
    PriceFacts facts;
    facts.model = model;
    facts.provider = provider;
    const core::Price *price = m_inForce->find(model, m_now);
    facts.price = price != nullptr ? std::optional(*price) : std::nullopt;
    const core::Price *coming = comingPrice(*m_inForce, model, m_now);
    facts.coming = coming != nullptr ? std::optional(*coming) : std::nullopt;
    facts.today = m_todayKnown ? std::optional(m_today.value(model)) : std::nullopt;
    facts.refused = price != nullptr ? 0 : m_refused.value(model);
    return facts;
}

std::vector<PriceFacts> PriceListModel::served() const
{
    std::vector<PriceFacts> facts;
    QSet<QString> seen;
    const auto add = [&](const QString &model, const QString &provider) {
        if (!model.isEmpty() && !seen.contains(model)) {
            seen.insert(model);
            facts.push_back(factsOf(model, provider));
        }
    };
    for (const auto &[model, provider] : m_served) {
        add(model, provider);
    }
    for (auto it = m_today.cbegin(); it != m_today.cend(); ++it) {
        add(it.key(), {});
    }
    for (auto it = m_refused.cbegin(); it != m_refused.cend(); ++it) {
        add(it.key(), {});
    }
    for (const core::Price &price : m_inForce->prices()) {
        if (price.source != PriceSource::Shipped) {
            add(price.model, {});
        }
    }
    std::stable_sort(facts.begin(), facts.end(), [](const auto &a, const auto &b) {
        const auto rank = [](const PriceFacts &f) {
            return std::tuple(f.price.has_value(), -f.refused, f.provider.isEmpty());
        };
        return rank(a) < rank(b);
    });
    return facts;
}

void PriceListModel::addRest(std::vector<PriceFacts> &facts) const
{
    QSet<QString> seen;
    for (const PriceFacts &listed : facts) {
        seen.insert(listed.model);
    }
    for (const core::Price &price : m_inForce->prices()) {
        if (!seen.contains(price.model)) {
            seen.insert(price.model);
            facts.push_back(factsOf(price.model, {}));
        }
    }
}

void PriceListModel::list()
{
    std::vector<PriceFacts> facts = served();
    const auto unpriced = [](const PriceFacts &f) {
        const bool isOnlyPlanned = f.coming && f.provider.isEmpty() && f.refused == 0;
        return !f.price.has_value() && !isOnlyPlanned;
    };
    m_unpricedCount = static_cast<int>(std::count_if(facts.begin(), facts.end(), unpriced));
    m_unpriced = m_unpricedCount > 0 ? facts.front().model : QString();
    if (m_whole) {
        addRest(facts);
    }
    std::erase_if(facts, [this](const PriceFacts &f) {
        return !f.model.contains(m_filter, Qt::CaseInsensitive);
    });
    synchronise(facts);
    Q_EMIT listed();
}

QString PriceListModel::summary() const
{
    const QString models = tr("%Ln model(s)", nullptr, count());
    //: %1 is "12 models"
    return m_unpricedCount == 0
               ? models
               : tr("%1, %Ln without a price", nullptr, m_unpricedCount).arg(models);
}

QString PriceListModel::unpricedText() const
{
    const qint64 refused = m_refused.value(m_unpriced);
    if (refused == 0) {
        return tr("A call to it is refused wherever a money cap applies.");
    }
    return tr(
        "%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.",
        nullptr,
        formatting::countable(refused));
}

void PriceListModel::setWhole(bool whole)
{
    if (whole != m_whole) {
        m_whole = whole;
        list();
        Q_EMIT viewChanged();
    }
}

void PriceListModel::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        list();
        Q_EMIT viewChanged();
    }
}

void PriceListModel::setShown(bool shown)
{
    if (shown != m_shown) {
        m_shown = shown;
        m_askedAt = {};
        Q_EMIT shownChanged();
        askForUsage();
    }
}

void PriceListModel::refuse(const QString &model, const QString &why)
{
    const QString sentence = sentences::translated(why);
    const bool isShown = m_editor.refuse(model, sentence);
    Q_EMIT changeRefused(model, sentence, isShown);
}

void PriceListModel::choose(int row)
{
    if (row >= 0 && row < rowCount()) {
        m_editor.edit(at(row).model);
    }
}
