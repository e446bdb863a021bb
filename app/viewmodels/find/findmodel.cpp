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
            {FindModel::tr("Settings"), page, u"settings"_s, Leads::Page, 6},
            {FindModel::tr("New budget"), action, u"plus"_s, Leads::NewBudget},
            {FindModel::tr("Pause or resume all"), action, u"pause"_s, Leads::PauseAll}};
}

/// "figure-builder", "key of research".
FindHit hitOf(const core::KeyFacts &facts)
{
    const QString id = QString::fromUtf8(facts.id);
    return {facts.name.isEmpty() ? id : facts.name,
            FindModel::tr("key of %1").arg(QString::fromUtf8(facts.tenant)),
            u"key"_s,
            Leads::Key,
            0,
            {},
            id};
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
        } else if (place > 0 || hit.id.startsWith(m_text, Qt::CaseInsensitive)) {
            m_later.push_back(hit);
        }
    }
    /// Ends one kind: its hits stand together.
    void endKind()
    {
        m_first.insert(m_first.end(), m_later.begin(), m_later.end());
        m_kinds.push_back(std::move(m_first));
        m_first.clear();
        m_later.clear();
    }
    /// So that no kind hides another, the one with the most gives way; the first one, of actions,
    /// has fewer than that.
    [[nodiscard]] std::vector<FindHit> hits(std::size_t most) &&
    {
        Q_ASSERT(m_kinds.front().size() <= most);
        std::size_t count = 0;
        for (const Kind &kind : m_kinds) {
            count += kind.size();
        }
        for (; count > most; --count) {
            std::max_element(m_kinds.begin() + 1, m_kinds.end(), isSmaller)->pop_back();
        }
        Kind all;
        for (const Kind &kind : m_kinds) {
            all.insert(all.end(), kind.begin(), kind.end());
        }
        return all;
    }

private:
    using Kind = std::vector<FindHit>;

    [[nodiscard]] static bool isSmaller(const Kind &a, const Kind &b)
    {
        return a.size() < b.size();
    }

    QString m_text;
    Kind m_first;
    Kind m_later;
    std::vector<Kind> m_kinds;
};

} // namespace

std::optional<core::RequestId> requestIdFrom(const QString &text)
{
    return core::RequestId::fromText(text.toUtf8());
}

FindModel::FindModel(QObject *parent)
    : RowListModel(parent)
    , m_knownTenants(core::Dimension::Tenant, {})
{
    connect(&m_knownTenants, &LedgerFilterChip::choicesChanged, this, &FindModel::listTenants);
}

void FindModel::apply(const core::Snapshot &snapshot)
{
    m_knownTenants.apply(snapshot);
    if (snapshot.keys != m_keys) {
        m_keys = snapshot.keys;
        listTenants();
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

/// A key may be of somebody who has never called.
void FindModel::listTenants()
{
    m_tenants = m_knownTenants.choices();
    for (const core::KeyFacts &key : m_keys) {
        m_tenants += QString::fromUtf8(key.tenant);
    }
    m_tenants.removeDuplicates();
    m_tenants.removeAll(QString()); // who has no tenant
    if (!m_text.isEmpty()) {
        search();
    }
}

void FindModel::setSections(const QStringList &sections)
{
    if (sections != m_sections) {
        m_sections = sections;
        Q_EMIT sectionsChanged();
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
    synchronise(named(m_text.trimmed()));
    Q_EMIT found();
}

std::vector<FindHit> FindModel::named(const QString &text) const
{
    Collector collector(text);
    for (const FindHit &action : actions()) {
        collector.offer(action);
    }
    collector.endKind();
    for (qsizetype i = 0; i < m_sections.size() && !text.isEmpty(); ++i) {
        const int section = static_cast<int>(i);
        collector.offer({m_sections[i], tr("settings"), u"settings"_s, Leads::Section, section});
    }
    collector.endKind();
    for (const QString &tenant : m_tenants) {
        collector.offer({tenant, tr("tenant"), u"tenants"_s, Leads::Tenant});
    }
    collector.endKind();
    if (!text.isEmpty()) {
        for (const core::KeyFacts &key : m_keys) {
            collector.offer(hitOf(key));
        }
    }
    collector.endKind();
    for (const QString &model : m_models) {
        collector.offer({model, tr("model"), u"models"_s, Leads::Model});
    }
    collector.endKind();
    return std::move(collector).hits(MostHits);
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
    case Leads::Section:
        return Q_EMIT sectionWanted(hit.page);
    case Leads::Key:
        return Q_EMIT keyWanted(hit.id);
    case Leads::Tenant:
        return Q_EMIT tenantWanted(hit.title);
    case Leads::Model:
        return Q_EMIT modelWanted(hit.title);
    case Leads::Request:
        return Q_EMIT requestWanted(hit.request);
    }
}
