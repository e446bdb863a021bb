// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/markstext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace core {
using namespace Qt::StringLiterals;

Result<std::vector<int>> marksFrom(const QString &text, int hardMark)
{
    constexpr std::size_t Most = 10;
    constexpr double PerPercent = Budget::Whole / 100.0;
    static const QRegularExpression separators(u"[\\s,;%]+"_s);
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    std::vector<int> marks;
    for (const QString &word : words) {
        bool isNumber = false;
        const double percent = word.toDouble(&isNumber);
        const bool isMark = isNumber && percent > 0 && percent * PerPercent <= hardMark;
        if (!isMark) {
            return Error{ErrorCode::InvalidInput,
                         u"%1 is no percentage up to %2."_s.arg(word).arg(hardMark / PerPercent),
                         u"Write marks as 50,80,95."_s};
        }
        marks.push_back(std::max(1, static_cast<int>(std::lround(percent * PerPercent))));
    }
    std::ranges::sort(marks);
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    if (marks.size() > Most) {
        return Error{ErrorCode::InvalidInput,
                     u"There are %1 marks."_s.arg(marks.size()),
                     u"Give at most ten."_s};
    }
    return marks;
}

} // namespace core
