// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplefiles.h"

#include "samplesnapshot.h"

#include "app/viewmodels/imports/importwords.h"

#include <QQuickItem>
#include <QQuickWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::Ledger::Sum sum(qint64 calls, const char *cost)
{
    core::Ledger::Sum sum;
    sum.calls = calls;
    sum.cost = sample::dollars(cost);
    return sum;
}

core::LedgerContents contents(core::Duration ago, qint64 calls, const char *all, const char *today)
{
    core::LedgerContents contents;
    contents.lastCall = sample::afternoon() - ago;
    contents.all = sum(calls, all);
    contents.sinceMonth = sum(calls, "906.12");
    contents.sinceDay = sum(0, today);
    return contents;
}

core::VirtualKey key(const QByteArray &id, core::Time revokedAt = {})
{
    core::VirtualKey key;
    key.facts.id = id;
    key.facts.revokedAt = revokedAt;
    return key;
}

core::WhatIfAnswer policyAnswer()
{
    core::WhatIfAnswer answer;
    answer.calls = 2'214;
    answer.wouldRefuse = 31;
    answer.wasRefused = 2;
    answer.wouldDowngrade = 140;
    answer.spent = sample::dollars("241.87");
    answer.wouldSpend = sample::dollars("226.10");
    const core::Time now = sample::afternoon();
    answer.hits = {
        {"office-hours", "tenant:evals-nightly", 27, sample::dollars("4.20"), now - 50h, now},
        {"daily-cap", "tenant:research", 4, sample::dollars("1.04"), now - 3h, now}};
    return answer;
}

QQuickItem *seen(const QString &name, QQuickItem *below)
{
    for (QQuickItem *child : below->childItems()) {
        QQuickItem *found = !child->isVisible()           ? nullptr
                            : child->objectName() == name ? child
                                                          : seen(name, child);
        if (found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

namespace sample {

void answer(LedgerRestore &restore)
{
    RestoreComparison both{contents(12s, 21'907, "3412.55", "41.87"),
                           contents(24h, 21'693, "3370.08", "0.00")};
    both.now.keys = {key("k-1"), key("k-2", afternoon()), key("k-3")};
    both.then.keys = {key("k-1"), key("k-2")};
    both.now.budgets = {dailyBudget("b-1", "research", dollars("20"))};
    both.then.budgets = {dailyBudget("b-1", "research", dollars("25"))};
    restore.look(u"/home/ada/.local/share/capstan/backups/ledger-20261120-143200.db"_s);
    restore.take(both);
}

void answerWithUsage(FileImport &import)
{
    core::UsagePreview usage;
    usage.all = sum(1'208, "12.30");
    usage.isNew = sum(1'178, "12.04");
    usage.first = afternoon() - 49 * 24h;
    usage.last = afternoon() - 19 * 24h;
    usage.tenants = {{"research", sum(800, "9.10")}, {"marketing", sum(378, "2.94")}};
    usage.skipped = 2;
    usage.skippedLines = {{17, u"it has no timestamp"_s}, {402, u"it is no JSON object"_s}};
    import.look(u"/home/ada/usage.jsonl"_s);
    import.take(importwords::of(usage, QTimeZone::utc()));
}

void answerWithConfiguration(FileImport &import)
{
    QByteArray yaml = "# Not carried over:\n# - cache.redis_url: answers are kept in memory\n";
    yaml += "providers:\n  vllm: { type: openai, base_url: \"http://localhost:8000/v1\" }\n"
            "models:\n";
    for (const char *model : {"llama-8b", "qwen-72b", "gpt-small", "mistral-small", "bge-m3"}) {
        yaml += QByteArray("  ") + model + ":\n    provider: vllm\n    price: { input: 0.10, " +
                "output: 0.30 }\n";
    }
    import.look(u"/home/ada/config.yaml"_s);
    import.take(importwords::ofConfiguration(
        yaml, 1, 5, {u"cache.redis_url: answers are kept in memory"_s}));
}

void answer(PolicyTrial &trial)
{
    quint64 asked = 0;
    const auto connection = QObject::connect(
        &trial, &PolicyTrial::wanted, &trial, [&asked](quint64 ticket) { asked = ticket; });
    trial.look(u"/home/ada/policy.yaml"_s);
    QObject::disconnect(connection);
    trial.take(asked, policyAnswer());
}

bool click(QObject &window, const QString &name)
{
    const auto *const shown = qobject_cast<QQuickWindow *>(&window);
    QQuickItem *const item = seen(name, shown->contentItem());
    return item != nullptr && QMetaObject::invokeMethod(item, "clicked");
}

} // namespace sample
