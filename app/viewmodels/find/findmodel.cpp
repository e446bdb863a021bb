// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/find/findmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Leads = FindHit::Leads;

std::vector<FindHit> actions()
{
    const QString page = FindModel::tr("page");
    const QString action = FindModel::tr("action");
    return {{FindModel::tr("Overview"), page, u"overview"_s, Leads::Page, 0},
            {FindModel::tr("Tenants"), page, u"tenants"_s, Leads::Page, 1},
            {FindModel::tr("Activity"), page, u"activity"_s, Leads::Page, 2},
            {FindModel::tr("Models & prices"), page, u"models"_s, Leads::Page, 3},
            {FindModel::tr("Alerts"), page, u"alerts"_s, Leads::Page, 4},
            {FindModel::tr("Reports"), page, u"reports"_s, Leads::Page, 5},
            {FindModel::tr("New budget"), action, u"plus"_s, Leads::NewBudget},
            {FindModel::tr("Pause or resume all"), action, u"pause"_s, Leads::PauseAll}};
}

/// Adds the hits among some names, those that begin with the text first.
class Collector
{
public:
    explicit Collector(QString text)
        : m_text(std::move(text))
    {}
    void offer(const FindHit &hit)
    {
        const qsizetype place = hit.title.indexOf(m_text, 0, Qt::CaseInsensitive);
        if (place == 0) {
            m_first.push_back(hit);
        } else if (place > 0) {
            m_later.push_back(hit);
        }
    }
    /// Ends one kind: its hits stand together.
    void endKind()
    {
        m_hits.insert(m_hits.end(), m_first.begin(), m_first.end());
        m_hits.insert(m_hits.end(), m_later.begin(), m_later.end());
        m_first.clear();
        m_later.clear();
    }
    [[nodiscard]] std::vector<FindHit> hits(std::size_t most) &&
    {
        m_hits.resize(std::min(m_hits.size(), most));
        return std::move(m_hits);
    }

private:
    QString m_text;
    std::vector<FindHit> m_first;
    std::vector<FindHit> m_later;
    std::vector<FindHit> m_hits;
};

} // namespace

std::optional<core::RequestId> requestIdFrom(const QString &text)
{
    return core::RequestId::fromText(text.toUtf8());
}

void FindModel::apply(const core::Snapshot &snapshot)
{
    // Names only ever come; making thousands of texts for each snapshot would be felt.
    if (snapshot.tenants.size() != m_tenants.size()) {
        m_tenants.clear();
        for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
            m_tenants.push_back(QString::fromUtf8(tenant.name));
        }
    }
    m_models.clear();
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        for (const QByteArray &model : upstream.models) {
            m_models.push_back(QString::fromUtf8(model));
        }
    }
    if (m_text.isEmpty() && rowCount() == 0) {
        search();
    }
}

void FindModel::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        search();
    }
}

void FindModel::search()
{
    std::vector<FindHit> hits;
    if (const auto id = requestIdFrom(m_text.trimmed())) {
        hits.push_back({m_text.trimmed(), tr("request"), u"activity"_s, Leads::Request, 0, *id});
        synchronise(hits);
        Q_EMIT found();
        return;
    }
    Collector collector(m_text.trimmed());
    for (const FindHit &action : actions()) {
        collector.offer(action);
    }
    collector.endKind();
    for (const QString &tenant : m_tenants) {
        collector.offer({tenant, tr("tenant"), u"tenants"_s, Leads::Tenant});
    }
    collector.endKind();
    for (const QString &model : m_models) {
        collector.offer({model, tr("model"), u"models"_s, Leads::Model});
    }
    collector.endKind();
    synchronise(std::move(collector).hits(MostHits));
    Q_EMIT found();
}

void FindModel::choose(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const FindHit hit = at(row);
    switch (hit.leads) {
    case Leads::Page:
        return Q_EMIT pageWanted(hit.page);
    case Leads::NewBudget:
        return Q_EMIT newBudgetWanted();
    case Leads::PauseAll:
        return Q_EMIT pauseAllWanted();
    case Leads::Tenant:
        return Q_EMIT tenantWanted(hit.title);
    case Leads::Model:
        return Q_EMIT modelWanted(hit.title);
    case Leads::Request:
        return Q_EMIT requestWanted(hit.request);
    }
}
