// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplealerts.h"

#include "samplesnapshot.h"

#include "app/viewmodels/alerts/alerthistorymodel.h"

#include <array>

using namespace std::chrono_literals;

namespace {

constexpr int PageSize = 200;
struct Payer
{
    const char *tenant;
    const char *dailyCap;
};
constexpr std::array Payers{Payer{"evals-nightly", "6"},
                            Payer{"research", "20"},
                            Payer{"support-bot", "12"},
                            Payer{"a-tenant-with-quite-a-long-name-of-its-own", "5"}};

core::StoredAlert crossing(int number, int count)
{
    const int place = count - number; // 0 is the newest
    const Payer &payer = Payers.at(static_cast<std::size_t>(place) % Payers.size());
    const QByteArray tenant = payer.tenant;
    auto budget = std::make_shared<core::Budget>(
        sample::dailyBudget("b-" + tenant, tenant, sample::dollars(payer.dailyCap)));
    core::StoredAlert alert;
    alert.position = number;
    alert.acknowledged = place >= 3;
    core::AlertRecord &record = alert.record;
    record.key = "bucket-" + QByteArray::number(number);
    record.hard = place % 5 == 4;
    record.mark = record.hard ? core::Budget::Whole : 800'000;
    record.limit = budget->limit;
    record.settled = budget->markAmount(record.mark);
    record.at = sample::afternoon() - 34min - 10min * place;
    record.budgetId = budget->id;
    record.label = "tenant:" + tenant;
    alert.budget = std::move(budget);
    return alert;
}

bool fits(const core::StoredAlert &alert, const core::AlertFilter &filter)
{
    return alert.record.label.contains(filter.label) && (alert.record.hard || !filter.onlyHard) &&
           !(alert.acknowledged && filter.onlyOpen) && alert.record.at >= filter.from;
}

} // namespace

namespace sample {

void answer(AlertHistoryModel &model, int count)
{
    const auto reply = [&model, count](quint64 ticket,
                                       const core::AlertFilter &filter,
                                       const std::optional<qint64> &before) {
        core::AlertPage page;
        int number = before ? static_cast<int>(*before) - 1 : count;
        for (; number >= 1 && std::ssize(page.alerts) < PageSize; --number) {
            const core::StoredAlert alert = crossing(number, count);
            if (alert.record.at < filter.from) {
                number = 0;
                break;
            }
            if (fits(alert, filter)) {
                page.alerts.push_back(alert);
            }
        }
        if (number >= 1) {
            page.next = page.alerts.back().position;
        }
        // Queued, as the reader's thread answers.
        QMetaObject::invokeMethod(
            &model, [&model, ticket, page] { model.takePage(ticket, page); }, Qt::QueuedConnection);
    };
    QObject::disconnect(&model, &AlertHistoryModel::pageWanted, &model, nullptr);
    QObject::connect(&model, &AlertHistoryModel::pageWanted, &model, reply);
}

void refuse(AlertHistoryModel &model)
{
    QObject::disconnect(&model, &AlertHistoryModel::pageWanted, &model, nullptr);
    QObject::connect(&model, &AlertHistoryModel::pageWanted, &model, [&model](quint64 ticket) {
        model.takeError(ticket,
                        QStringLiteral("The ledger cannot be read: the disk does not answer. "
                                       "Check the disk that holds the data folder."));
    });
}

} // namespace sample
