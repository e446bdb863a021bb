// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/keyform.h"

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/caps/typedmoment.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"
#include "core/base/timetext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::optional<qint64> &figure)
{
    return figure ? QString::number(*figure) : QString();
}

/// A figure as it was typed: what is no number is left as text, which the reader refuses by name.
QJsonValue figureFrom(const QString &text)
{
    const auto number = typednumber::whole(text);
    return number.ok() ? QJsonValue(*number) : QJsonValue(text.trimmed());
}

QJsonArray namesFrom(const QString &text)
{
    QJsonArray names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty()) {
            names.append(name.trimmed());
        }
    }
    return names;
}

QString expiryText(core::Time expires, const QByteArray &zone)
{
    return expires == core::Time::max() ? QString()
                                        : typedmoment::text(expires, formatting::zoneOf(zone));
}

QJsonValue expiryJson(core::Time expires)
{
    return expires == core::Time::max() ? QJsonValue() : QJsonValue(core::textOf(expires));
}

/// Where a budget of this key stands on the usual marks (design: near at 80 and 95 %).
core::Budget dailyCapOf(const QByteArray &key, core::Money cap, const QByteArray &zone)
{
    core::Budget budget;
    budget.id = core::newBudgetId();
    budget.selector = core::Selector({{core::Dimension::Key, {}, key}});
    budget.window.kind = core::WindowKind::Day;
    budget.window.zone = zone;
    budget.limit = cap.nanos();
    return budget;
}

} // namespace

KeyForm::KeyForm(QObject *parent)
    : QObject(parent)
    , m_knownTenants(core::Dimension::Tenant, {})
    , m_knownAgents(core::Dimension::Agent, {})
    , m_knownModels(core::Dimension::Model, {})
{}

void KeyForm::apply(const core::Snapshot &snapshot)
{
    setPlace(snapshot.listeningOn, snapshot.zone, snapshot.at);
    for (LedgerFilterChip *chip : {&m_knownTenants, &m_knownModels}) {
        chip->apply(snapshot);
    }
}

void KeyForm::setPlace(const QString &url, const QByteArray &zone, core::Time now)
{
    m_zone = zone;
    m_now = now;
    if (url != m_url) {
        m_url = url;
        Q_EMIT changed();
    }
}

void KeyForm::fill(const core::KeyFacts &facts)
{
    m_facts = facts;
    m_tenant = QString::fromUtf8(facts.tenant);
    m_name = facts.name;
    m_agent = QString::fromUtf8(facts.agent);
    m_models =
        QString::fromUtf8(QByteArrayList(facts.models.begin(), facts.models.end()).join(", "));
    m_requests = textOf(facts.limits.requestsPerMinute);
    m_tokens = textOf(facts.limits.tokensPerMinute);
    m_hourlyRequests = textOf(facts.limits.requestsPerHour);
    m_hourlyTokens = textOf(facts.limits.tokensPerHour);
    m_parallel = textOf(facts.limits.parallel);
    m_expires = expiryText(facts.expiresAt, m_zone);
    m_cap = capOfBudget();
    m_refusal.clear();
    m_keyText.clear();
    m_stored = false;
    m_stage = Writing;
    Q_EMIT changed();
}

void KeyForm::begin(const QString &tenant)
{
    core::KeyFacts fresh;
    fresh.tenant = tenant.isEmpty() ? fresh.tenant : tenant.toUtf8();
    m_capBudget.reset();
    fill(fresh);
}

void KeyForm::edit(const core::KeyFacts &facts, const std::optional<core::Budget> &cap)
{
    m_capBudget = cap;
    fill(facts);
}

QString KeyForm::capOfBudget() const
{
    return m_capBudget ? formatting::plainAmount(core::Money::fromNanos(m_capBudget->cap()))
                       : QString();
}

core::Result<core::Time> KeyForm::expiry() const
{
    if (m_expires.trimmed().isEmpty()) {
        return core::Time::max();
    }
    // As it was: one that is over must not keep the rest from being changed.
    if (m_expires == expiryText(m_facts.expiresAt, m_zone)) {
        return m_facts.expiresAt;
    }
    return typedmoment::parse(m_expires, m_now, formatting::zoneOf(m_zone));
}

core::Result<core::KeyFacts> KeyForm::wanted() const
{
    const auto expires = expiry();
    if (!expires.ok()) {
        return expires.error();
    }
    QJsonObject limits;
    const std::pair<QString, QString> figures[] = {{u"requests_per_minute"_s, m_requests},
                                                   {u"requests_per_hour"_s, m_hourlyRequests},
                                                   {u"tokens_per_minute"_s, m_tokens},
                                                   {u"tokens_per_hour"_s, m_hourlyTokens},
                                                   {u"parallel"_s, m_parallel}};
    for (const auto &[name, text] : figures) {
        if (!text.trimmed().isEmpty()) {
            limits.insert(name, figureFrom(text));
        }
    }
    return m_facts.changedBy({{u"name"_s, m_name.trimmed()},
                              {u"tenant"_s, m_tenant.trimmed()},
                              {u"agent"_s, m_agent.trimmed()},
                              {u"models"_s, namesFrom(m_models)},
                              {u"limits"_s, limits},
                              {u"expires_at"_s, expiryJson(*expires)}});
}

bool KeyForm::hasSoundCap() const
{
    return m_cap.trimmed().isEmpty() || capamount::parse(m_cap, {}).ok();
}

QString KeyForm::errorText() const
{
    if (m_stage != Writing) {
        return {};
    }
    if (!m_refusal.isEmpty()) {
        return m_refusal;
    }
    const auto facts = wanted();
    if (!facts.ok()) {
        return sentences::of(facts.error());
    }
    if (!hasSoundCap()) {
        const core::Error error = capamount::parse(m_cap, {}).error();
        return sentences::of(error);
    }
    return {};
}

void KeyForm::save()
{
    if (!canSave()) {
        return;
    }
    m_asked = *wanted();
    m_stage = Saving;
    ++m_ticket;
    Q_EMIT changed();
    if (isFresh()) {
        Q_EMIT createRequested(m_ticket, m_asked);
    } else {
        Q_EMIT changeRequested(m_ticket, m_asked);
    }
}

void KeyForm::takeKey(quint64 ticket, const QByteArray &id, const core::Secret &text)
{
    if (ticket != m_ticket || m_stage != Saving) {
        return;
    }
    m_keyText = QString::fromUtf8(text.expose());
    m_stage = Made;
    Q_EMIT changed();
    if (!m_cap.trimmed().isEmpty()) {
        Q_EMIT capRequested(dailyCapOf(id, *capamount::parse(m_cap, {}), m_zone));
    }
}

void KeyForm::takeChanged(quint64 ticket)
{
    if (ticket == m_ticket && m_stage == Saving) {
        if (m_asked != m_facts) {
            Q_EMIT keyChanged(m_facts, m_asked);
        }
        changeCap();
        close();
    }
}

void KeyForm::changeCap()
{
    if (m_cap.trimmed() == capOfBudget()) {
        return;
    }
    const auto cap = capamount::parse(m_cap, {});
    if (!cap.ok()) { // emptied: what is no amount was refused before
        Q_EMIT capChangeRequested(m_capBudget, std::nullopt);
        return;
    }
    core::Budget after = m_capBudget.value_or(dailyCapOf(m_facts.id, *cap, m_zone));
    after.limit = capamount::limitForCap(after, *cap);
    Q_EMIT capChangeRequested(m_capBudget, after);
}

void KeyForm::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket && m_stage == Saving) {
        m_stage = Writing;
        m_refusal = sentences::translated(why);
        Q_EMIT changed();
    }
}

void KeyForm::close()
{
    m_stage = Closed;
    m_keyText.clear();
    m_stored = false;
    Q_EMIT changed();
}
