// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/ledgerrestore.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

core::Time beginOf(QDate day, const QTimeZone &zone)
{
    return core::Time(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

QString callsText(const core::LedgerChanges &changes)
{
    const qint64 missing = changes.callsMissing;
    if (missing > 0) {
        return LedgerRestore::tr("%Ln call(s), %1, will not be counted any more.",
                                 nullptr,
                                 formatting::countable(missing))
            .arg(formatting::money(changes.costMissing));
    }
    return missing == 0 ? LedgerRestore::tr("No call is lost.")
                        : LedgerRestore::tr("The backup counts %Ln call(s) more than the ledger.",
                                            nullptr,
                                            formatting::countable(-missing));
}

QString lossOf(const core::LedgerChanges &changes)
{
    QStringList sentences{callsText(changes)};
    if (changes.capsChanged > 0) {
        sentences +=
            LedgerRestore::tr("%Ln cap(s) become what they were.", nullptr, changes.capsChanged);
    }
    if (changes.keysEnded > 0) {
        sentences +=
            LedgerRestore::tr("%Ln key(s) will not work any more.", nullptr, changes.keysEnded);
    }
    if (changes.keysRevived > 0) {
        sentences +=
            LedgerRestore::tr("%Ln revoked key(s) will work again.", nullptr, changes.keysRevived);
    }
    sentences += LedgerRestore::tr("The present ledger is kept beside it.");
    return sentences.join(u' ');
}

} // namespace

LedgerRestore::LedgerRestore(QObject *parent)
    : RowListModel(parent)
    , m_zone(QTimeZone::utc())
{}

void LedgerRestore::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
    if (std::exchange(m_running, snapshot.runningCount) != snapshot.runningCount && m_prepared) {
        Q_EMIT changed();
    }
}

void LedgerRestore::setFormer(const QString &file)
{
    m_former = file;
    Q_EMIT changed();
}

void LedgerRestore::begin(bool prepared)
{
    m_look.forget();
    m_preparing = false;
    m_prepared = prepared;
    clear();
}

QString LedgerRestore::stateText() const
{
    if (m_prepared && m_running > 0) {
        return tr("A backup takes the ledger's place when Capstan starts again. %1 must end "
                  "before.")
            .arg(formatting::runningCalls(m_running));
    }
    if (m_prepared) {
        return tr("A backup takes the ledger's place when Capstan starts again.");
    }
    return m_former.isEmpty()
               ? QString()
               : tr("The backup took the ledger's place. The former ledger is kept as %1.")
                     .arg(m_former);
}

void LedgerRestore::look(const QString &file)
{
    if (isBusy() || file.trimmed().isEmpty()) {
        return;
    }
    clear();
    m_file = file.trimmed();
    m_look.begin();
    Q_EMIT changed();
    const QDate today = formatting::local(m_now, m_zone).date();
    Q_EMIT lookRequested(
        m_file, beginOf(QDate(today.year(), today.month(), 1), m_zone), beginOf(today, m_zone));
}

std::vector<RestoreRow> LedgerRestore::rowsOf(const RestoreComparison &both) const
{
    const auto row = [&both](const QString &name, auto text) {
        return RestoreRow{name, text(both.now), text(both.then)};
    };
    using Contents = core::LedgerContents;
    const auto lastCall = [this](const Contents &contents) {
        return contents.lastCall
                   ? formatting::dated(*contents.lastCall, m_zone, formatting::DateForm::DayYear) +
                         u' ' + formatting::clock(*contents.lastCall, m_zone)
                   : tr("none");
    };
    return {
        row(tr("Last call"), lastCall),
        row(tr("Calls"),
            [](const Contents &contents) { return formatting::count(contents.all.calls); }),
        row(tr("Spent in all"),
            [](const Contents &contents) { return formatting::money(contents.all.cost); }),
        row(tr("Spent this month"),
            [](const Contents &contents) { return formatting::money(contents.sinceMonth.cost); }),
        row(tr("Spent today"),
            [](const Contents &contents) { return formatting::money(contents.sinceDay.cost); })};
}

void LedgerRestore::take(const core::Result<RestoreComparison> &comparison)
{
    if (!m_look.take()) {
        return;
    }
    if (!comparison.ok()) {
        fail(comparison.error());
        return;
    }
    synchronise(rowsOf(*comparison));
    m_lossText = lossOf(core::changesBetween(comparison->now, comparison->then));
    m_ready = true;
    Q_EMIT changed();
}

void LedgerRestore::fail(const core::Error &error)
{
    m_errorText = sentences::of(error);
    Q_EMIT changed();
}

void LedgerRestore::prepare()
{
    if (m_ready && !isBusy()) {
        m_preparing = true;
        m_errorText.clear();
        Q_EMIT changed();
        Q_EMIT prepareRequested(m_file);
    }
}

void LedgerRestore::cancel()
{
    if (m_prepared && !isBusy()) {
        m_preparing = true;
        Q_EMIT changed();
        Q_EMIT cancelRequested();
    }
}

void LedgerRestore::finish(const core::Outcome &outcome, bool prepared)
{
    m_preparing = false;
    m_prepared = prepared;
    if (!outcome.ok()) {
        fail(outcome.error());
        return;
    }
    clear();
}

void LedgerRestore::startAgain()
{
    if (canStartAgain()) {
        Q_EMIT startAgainRequested();
    }
}

void LedgerRestore::clear()
{
    m_look.drop();
    m_file.clear();
    m_ready = false;
    m_lossText.clear();
    m_errorText.clear();
    synchronise({});
    Q_EMIT changed();
}
