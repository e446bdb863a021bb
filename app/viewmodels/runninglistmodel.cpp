// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/runninglistmodel.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/tenantwords.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString wordFor(core::Ending ending)
{
    switch (ending) {
    case core::Ending::Complete:
        return RunningListModel::tr("complete", "a call");
    case core::Ending::Cut:
        return RunningListModel::tr("cut", "a call");
    case core::Ending::Stopped:
        return RunningListModel::tr("stopped", "a call");
    case core::Ending::ClientGone:
        return RunningListModel::tr("left", "a call");
    case core::Ending::UpstreamError:
        return RunningListModel::tr("failed", "a call");
    case core::Ending::Recovered:
        break;
    }
    return RunningListModel::tr("recovered", "a call");
}

QString outcomeOf(const RunningFacts &facts)
{
    if (facts.ending) {
        return wordFor(*facts.ending);
    }
    return facts.stopping ? RunningListModel::tr("stopped", "a call")
                          : RunningListModel::tr("ended", "a call");
}

QString rateOf(const RunningFacts &facts, core::Time now)
{
    if (facts.ended) {
        return outcomeOf(facts);
    }
    if (facts.stopping) {
        return RunningListModel::tr("stopping…");
    }
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - facts.call.startedAt);
    const bool known = facts.call.outputTokens > 0 && milliseconds.count() > 0;
    const qint64 rate = known ? facts.call.outputTokens * 1000 / milliseconds.count() : 0;
    return known ? formatting::tokensPerSecond(rate) : u"–"_s;
}

BarFigures barOf(const core::RunningCall &call)
{
    const double bound = static_cast<double>(std::max<qint64>(call.bound.nanos(), 1));
    BarFigures bar;
    bar.spent = std::clamp(static_cast<double>(call.cost.nanos()) / bound, 0.0, 1.0);
    bar.held = 1 - bar.spent;
    bar.description = RunningListModel::tr("cost so far %1, at most %2")
                          .arg(formatting::callCost(call.cost), formatting::callCost(call.bound));
    return bar;
}

} // namespace

void RunningListModel::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    synchronise(merged(snapshot));
    if (m_count != snapshot.runningCount) {
        m_count = snapshot.runningCount;
        Q_EMIT countChanged();
    }
}

std::vector<RunningFacts> RunningListModel::merged(const core::Snapshot &snapshot)
{
    QHash<core::HoldId, const core::RunningCall *> live;
    for (const core::RunningCall &call : snapshot.running) {
        live.insert(call.hold, &call);
    }
    QHash<core::HoldId, const core::EndedCall *> ended;
    for (const core::EndedCall &call : snapshot.recentlyEnded) {
        ended.insert(call.call.hold, &call);
    }
    // Rows keep their place: first those already shown, then the calls that are new.
    std::vector<RunningFacts> wanted;
    for (const RunningFacts &shown : rows()) {
        RunningFacts facts = shown;
        if (const auto *call = live.take(shown.call.hold)) {
            facts.call = *call;
        } else if (!facts.ended) {
            facts.ended = true;
            facts.endedAt = m_now;
            if (const auto *outcome = ended.value(shown.call.hold)) {
                facts.call = outcome->call;
                facts.ending = outcome->ending;
            }
        }
        if (!facts.ended || m_now - facts.endedAt < Linger) {
            wanted.push_back(facts);
        }
    }
    for (const core::RunningCall &call : snapshot.running) {
        if (live.contains(call.hold)) {
            wanted.push_back({call, false, false, {}, {}});
        }
    }
    return wanted;
}

void RunningListModel::tick(core::Time now)
{
    if (rows().empty()) {
        return;
    }
    m_now = std::max(m_now, now);
    std::vector<RunningFacts> wanted;
    for (const RunningFacts &facts : rows()) {
        if (!facts.ended || m_now - facts.endedAt < Linger) {
            wanted.push_back(facts);
        }
    }
    synchronise(wanted);
    refresh();
}

QString RunningListModel::countText() const
{
    return tr("%Ln request(s)", nullptr, m_count);
}

QString RunningListModel::pauseQuestion() const
{
    if (m_count == 0) {
        return tr("No call is running. New calls are refused until you resume.");
    }
    return tr("New calls are refused until you resume. Let %Ln running call(s) finish, or cut "
              "it/them now?",
              nullptr,
              m_count) +
           u' ' + tenantwords::cutForGood();
}

void RunningListModel::stop(int row)
{
    if (row < 0 || row >= rowCount() || at(row).ended || at(row).stopping) {
        return;
    }
    std::vector<RunningFacts> wanted = rows();
    RunningFacts &facts = wanted[static_cast<std::size_t>(row)];
    facts.stopping = true;
    const core::HoldId hold = facts.call.hold;
    synchronise(wanted);
    Q_EMIT stopRequested(hold);
}

QVariant RunningListModel::present(const RunningFacts &facts) const
{
    const core::RunningCall &call = facts.call;
    RunningRow row;
    row.tenant = QString::fromUtf8(call.tenant);
    row.agent = call.agent.isEmpty() ? u"–"_s : QString::fromUtf8(call.agent);
    row.model = QString::fromUtf8(call.model);
    row.ageText = formatting::running((facts.ended ? facts.endedAt : m_now) - call.startedAt);
    row.rateText = rateOf(facts, m_now);
    row.costText = formatting::runningCost(call.cost);
    if (facts.ended) {
        row.outcomeText = tr("%1 at %2", "stopped at $0.0023").arg(outcomeOf(facts), row.costText);
    }
    row.spoken = QStringList{row.tenant,
                             row.agent,
                             row.model,
                             row.costText,
                             facts.ended ? row.outcomeText : row.rateText}
                     .join(u", "_s);
    row.bar = barOf(call);
    row.ended = facts.ended;
    row.stopping = facts.stopping && !facts.ended;
    return QVariant::fromValue(row);
}
