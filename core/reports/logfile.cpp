// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/logfile.h"

#include "core/base/filecontent.h"
#include "core/reports/decisions.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr int PageSize = 1'000; // the most that a look gives

Error stopped()
{
    return {ErrorCode::Conflict, u"The log was not saved to its end."_s, u"Start it again."_s};
}
} // namespace

Result<qint64> saveLog(Activity &activity,
                       const ActivityFilter &filter,
                       ReportFormat format,
                       const QString &path,
                       const SavingProgress &goesOn)
{
    DecisionsText text(format);
    std::optional<ActivityCursor> below;
    qint64 calls = 0;
    bool isWhole = false;
    const auto nextPage = [&]() -> FilePart {
        if (isWhole) {
            return std::optional<QByteArray>();
        }
        const Result<ActivityPage> page = activity.page(filter, below, PageSize);
        if (!page) {
            return page.error();
        }
        below = page->next;
        isWhole = !below;
        calls += std::ssize(page->rows);
        if (!goesOn(calls)) {
            return stopped();
        }
        return std::optional<QByteArray>(text.add(*page) + (isWhole ? text.end() : QByteArray()));
    };
    const Outcome saved = saveFile(path, nextPage);
    return saved ? Result<qint64>(calls) : saved.error();
}

} // namespace core
