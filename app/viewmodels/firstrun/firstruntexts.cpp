// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the first run, and what they are made of.
#include "app/viewmodels/capamount.h"
#include "app/viewmodels/firstrun/firstrun.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/settings/connectionlist.h"

#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const QByteArray &address)
{
    const QUrl url(QString::fromUtf8(address));
    const bool isHere = url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1;
    return isHere ? FirstRun::tr("port %1").arg(url.port(80)) : url.host();
}

/// The latest of the dates that the prices say they are from; empty when none says one.
QString newest(const std::vector<const core::Price *> &prices)
{
    QString date;
    for (const core::Price *price : prices) {
        date = std::max(date, price->sourceDate);
    }
    return formatting::isoDay(date);
}

QString perMillion(qint64 nanos)
{
    return formatting::money(core::Money::fromNanos(nanos));
}

QString joined(const std::vector<QByteArray> &names)
{
    QStringList list;
    for (const QByteArray &name : names) {
        list << QString::fromUtf8(name);
    }
    return list.join(u", "_s);
}

} // namespace

QString FirstRun::progress() const
{
    if (m_arrived) {
        return tr("All is set up. Nothing is sent anywhere except to your own model server.");
    }
    return tr("%n of 4 steps done. Nothing is sent anywhere except to your own model server.",
              nullptr,
              static_cast<int>(m_step));
}

QList<QString> FirstRun::servers() const
{
    QList<QString> texts;
    for (const Candidate &server : m_servers) {
        const QByteArray &version = server.finding.version;
        const QString what =
            version.isEmpty() ? tr("Model server") : u"vLLM "_s + QString::fromUtf8(version);
        texts << tr("%1 on %2 · %3")
                     .arg(what, placeOf(server.address), findingModels(server.finding));
    }
    return texts;
}

QString FirstRun::searchText() const
{
    if (m_searching) {
        return tr("Looking for model servers…");
    }
    if (!m_failure.isEmpty()) {
        return m_failure;
    }
    return m_servers.empty() ? tr("No model server answers on this computer's ports 8000 to 8009. "
                                  "Start vLLM, or give its address.")
                             : QString();
}

const FirstRun::Candidate *FirstRun::chosen() const
{
    return m_chosen < 0 ? nullptr : &m_servers.at(static_cast<std::size_t>(m_chosen));
}

QString FirstRun::serverTitle() const
{
    const Candidate *server = chosen();
    if (server == nullptr) {
        return tr("Find the model server");
    }
    const QString what = server->finding.version.isEmpty() ? tr("a model server") : u"vLLM"_s;
    return tr("Found %1 on %2").arg(what, placeOf(server->address));
}

QString FirstRun::serverDetail() const
{
    return chosen() == nullptr ? QString() : findingDetail(chosen()->finding);
}

void FirstRun::setBook(std::shared_ptr<const core::PriceBook> book)
{
    m_book = std::move(book);
    Q_EMIT changed();
}

const core::Price *FirstRun::priceOf(const QByteArray &model) const
{
    return m_book ? m_book->find(QString::fromUtf8(model), m_now) : nullptr;
}

std::vector<QByteArray> FirstRun::unpriced() const
{
    std::vector<QByteArray> models;
    if (chosen() != nullptr) {
        std::ranges::copy_if(chosen()->finding.models,
                             std::back_inserter(models),
                             [this](const auto &model) { return priceOf(model) == nullptr; });
    }
    return models;
}

QString FirstRun::unpricedText() const
{
    return joined(unpriced());
}

QString FirstRun::priceTitle() const
{
    const Candidate *server = chosen();
    const auto count = server == nullptr ? 0 : static_cast<int>(server->finding.models.size());
    return m_step > Step::Server ? tr("Prices for %n model(s)", nullptr, count)
                                 : tr("Price its models");
}

QString FirstRun::priceDetail() const
{
    std::vector<const core::Price *> prices;
    qint64 lowest = std::numeric_limits<qint64>::max();
    qint64 highest = 0;
    for (const QByteArray &model :
         chosen() == nullptr ? std::vector<QByteArray>() : chosen()->finding.models) {
        if (const core::Price *price = priceOf(model)) {
            prices.push_back(price);
            lowest = std::min(lowest, std::min(price->rates.input, price->rates.output));
            highest = std::max(highest, std::max(price->rates.input, price->rates.output));
        }
    }
    if (prices.empty()) {
        return {};
    }
    const QString range =
        tr("%1 to %2 per million tokens").arg(perMillion(lowest), perMillion(highest));
    const QString date = newest(prices);
    return date.isEmpty() ? range : tr("From the list of %1: %2").arg(date, range);
}

QString FirstRun::capText() const
{
    const auto cap = capamount::parse(m_cap, {});
    return cap.ok() ? formatting::axisMoney(*cap) : m_cap.trimmed();
}

QString FirstRun::tenantTitle() const
{
    return m_step > Step::Tenant ? tr("Tenant %1, %2 a day").arg(m_tenant.trimmed(), capText())
                                 : tr("Make a tenant with a cap, and its key");
}

ClientCode FirstRun::code() const
{
    const Candidate *server = chosen();
    const QByteArray model = server == nullptr || server->finding.models.empty()
                                 ? QByteArray()
                                 : server->finding.models.front();
    return clientCode(
        static_cast<ClientCode::Kind>(m_codeKind), m_url, m_keyText, QString::fromUtf8(model));
}

void FirstRun::noticeCall(const core::Snapshot &snapshot)
{
    const auto key = std::ranges::find(snapshot.keys, m_keyId, &core::KeyFacts::id);
    const auto tenant = std::ranges::find(
        snapshot.tenants, m_tenant.trimmed().toUtf8(), &core::Snapshot::Tenant::name);
    const bool isUsed = key != snapshot.keys.end() && key->lastUsedAt != core::Time{};
    if (m_step != Step::Program || !isUsed || tenant == snapshot.tenants.end() ||
        tenant->running > 0) {
        return;
    }
    const QString cost = formatting::callCost(tenant->spentToday);
    if (!std::exchange(m_arrived, true) || cost != m_costText) {
        m_costText = cost;
        m_busy = false;
        Q_EMIT changed();
    }
}

QString FirstRun::callTitle() const
{
    return m_arrived ? tr("The first call was counted: %1").arg(m_costText)
                     : tr("Waiting for the first call…");
}

QString FirstRun::callDetail() const
{
    return m_arrived ? tr("From here on every call of %1 shows up in the window.").arg(m_tenant)
                     : tr("It appears here with its cost the moment it has ended.");
}
