// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firstrun/firstrun.h"

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/secretclipboard.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/settings/connectionlist.h"
#include "app/viewmodels/typednumber.h"
#include "core/configuration/scalars.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Proposals; a person sees them before they are used.
const QString FirstTenant = u"research"_s;
const QByteArray FirstCap = "20.00";
const QByteArray FirstInputPrice = "0.10";
const QByteArray FirstOutputPrice = "0.30";
/// Near and nearly there (design: soft marks of a first cap).
const std::vector<int> FirstMarks{800'000, 950'000};

core::Budget firstCap(const QByteArray &tenant, core::Money cap, const QByteArray &zone)
{
    core::Budget budget;
    budget.selector = core::Selector({{core::Dimension::Tenant, {}, tenant}});
    budget.window.kind = core::WindowKind::Day;
    budget.window.zone = zone;
    budget.limit = cap.nanos();
    budget.softMarks = FirstMarks;
    return budget;
}

core::Price ownPrice(const QByteArray &model, qint64 input, qint64 output)
{
    core::Price price;
    price.model = QString::fromUtf8(model);
    price.rates.input = price.rates.cachedInput = price.rates.cacheWrite = input;
    price.rates.output = output;
    price.source = core::PriceSource::User;
    return price;
}

/// As people of the window's language write it: "0.30", "0,30".
core::Result<qint64> pricePerMillion(const QString &typed)
{
    const auto number = typednumber::decimal(typed.trimmed());
    return number.ok() ? core::scalars::dollarsPerMillion(*number) : number.error();
}

} // namespace

QString FirstRun::capSign()
{
    return displaycurrency::sign();
}

QString FirstRun::marksText()
{
    const auto percent = [](int partsPerMillion) {
        return formatting::percent(static_cast<double>(partsPerMillion) / core::Budget::Whole);
    };
    QStringList marks;
    std::ranges::transform(FirstMarks, std::back_inserter(marks), percent);
    //: %1 is "80 %, 95 %", %2 is "100 %", of a cap
    return tr("Warns at %1; refuses at %2")
        .arg(formatting::list(marks), percent(core::Budget::Whole));
}

void FirstRun::begin()
{
    m_open = true;
    m_tenant = FirstTenant;
    m_cap = typednumber::text(FirstCap);
    m_inputPrice = typednumber::text(FirstInputPrice);
    m_outputPrice = typednumber::text(FirstOutputPrice);
    m_keyText.clear();
    m_keyId.clear();
    m_arrived = m_busy = false;
    m_costText.clear();
    m_step = Step::Server;
    search();
}

void FirstRun::search()
{
    m_servers.clear();
    m_chosen = -1;
    m_failure.clear();
    m_error.clear();
    m_searching = true;
    Q_EMIT changed();
    Q_EMIT searchRequested();
}

void FirstRun::endSearch()
{
    m_searching = false;
    Q_EMIT changed();
}

void FirstRun::tryAddress(const QString &address)
{
    const auto url = core::scalars::httpUrl(address.trimmed().toUtf8());
    if (!url.ok()) {
        fail(tr("“%1” is no address. Give one as http://gpu-box:8000.").arg(address));
        return;
    }
    m_tried = *url;
    m_failure.clear();
    m_error.clear();
    m_searching = true;
    Q_EMIT changed();
    Q_EMIT addressRequested(*url);
}

void FirstRun::takeFinding(const QByteArray &address, const UpstreamFinding &finding)
{
    const auto known = std::ranges::find(m_servers, address, &Candidate::address);
    if (finding.works() && known == m_servers.end()) {
        m_servers.push_back({address, finding});
    } else if (!finding.works() && address == m_tried) {
        m_failure = tr("%1: %2").arg(QString::fromUtf8(address), findingDetail(finding));
    }
    Q_EMIT changed();
}

void FirstRun::useServer(int index)
{
    if (m_busy || index < 0 || index >= static_cast<int>(m_servers.size())) {
        return;
    }
    m_chosen = index;
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    Q_EMIT serverRequested(chosen()->address);
}

void FirstRun::takeServer()
{
    if (m_busy && m_step == Step::Server) {
        go(Step::Prices);
    }
}

void FirstRun::usePrices()
{
    const auto input = pricePerMillion(m_inputPrice);
    const auto output = pricePerMillion(m_outputPrice);
    const std::vector<QByteArray> models = unpriced();
    if (!models.empty() && (!input.ok() || !output.ok())) {
        fail(tr("A price cannot be read. Give dollars per million tokens, as 0.30."));
        return;
    }
    for (const QByteArray &model : models) {
        Q_EMIT priceRequested(ownPrice(model, *input, *output));
    }
    go(Step::Tenant);
}

void FirstRun::makeTenant()
{
    const auto cap = capamount::parse(m_cap, {});
    const auto facts = core::KeyFacts().changedBy(
        {{u"tenant"_s, m_tenant.trimmed()}, {u"name"_s, tr("first key")}});
    if (m_busy || !cap.ok() || !facts.ok() || m_tenant.trimmed().isEmpty()) {
        fail(!cap.ok()     ? sentences::of(cap.error())
             : !facts.ok() ? sentences::of(facts.error())
                           : tr("Give the tenant a name, as research."));
        return;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    core::Budget budget = firstCap(facts->tenant, *cap, m_zone);
    if (std::exchange(m_cappedTenant, facts->tenant) != facts->tenant) {
        m_capId = core::newBudgetId();
    }
    budget.id = m_capId;
    Q_EMIT capRequested(budget);
    Q_EMIT keyRequested(*facts);
}

void FirstRun::takeKey(const QByteArray &id, const core::Secret &text)
{
    if (!m_busy || m_step != Step::Tenant) {
        return;
    }
    m_keyId = id;
    m_keyText = QString::fromUtf8(text.expose());
    go(Step::Program);
}

void FirstRun::sendTestCall()
{
    if (m_busy || m_keyText.isEmpty() || chosen() == nullptr || chosen()->finding.models.empty()) {
        return;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    Q_EMIT testCallRequested(
        m_url, core::Secret(m_keyText.toUtf8()), chosen()->finding.models.front());
}

void FirstRun::apply(const core::Snapshot &snapshot)
{
    m_zone = snapshot.zone;
    m_now = snapshot.at;
    if (!m_open) {
        m_url = snapshot.listeningOn;
        return;
    }
    put(m_url, snapshot.listeningOn);
    noticeCall(snapshot);
}

void FirstRun::refuse(const QString &why)
{
    m_busy = false;
    fail(sentences::translated(why));
}

void FirstRun::fail(const QString &why)
{
    m_error = why;
    Q_EMIT changed();
}

void FirstRun::go(Step step)
{
    m_step = step;
    m_busy = false;
    m_error.clear();
    Q_EMIT changed();
}

void FirstRun::back(int step)
{
    // The key is made by then; another tenant gets another key.
    if (!m_busy && step < m_step) {
        m_keyText.clear();
        m_keyId.clear();
        go(static_cast<Step>(std::clamp<int>(step, Step::Server, Step::Tenant)));
    }
}

void FirstRun::leave()
{
    m_open = false;
    m_keyText.clear();
    Q_EMIT changed();
    Q_EMIT left();
}

void FirstRun::copyCode()
{
    copySecret(code().text);
}
