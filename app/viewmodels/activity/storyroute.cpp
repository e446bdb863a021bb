// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storyroute.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

QString reasonOf(const core::RouteStory &route)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("Story", text);
    };
    const QString why = route.reason == "named"    ? tr("the model was named")
                        : route.reason == "budget" ? tr("little is left of a budget")
                                                   : tr("by the rules");
    return route.taskType.isEmpty() ? why : why + u" · "_s + QString::fromUtf8(route.taskType);
}

QString nameOf(const core::RouteStory::Candidate &candidate)
{
    return QString::fromUtf8(candidate.model) + u" → "_s + QString::fromUtf8(candidate.provider);
}

QString fateOf(const core::RouteStory::Candidate &candidate)
{
    const QByteArray &word = candidate.because.isEmpty() ? candidate.verdict : candidate.because;
    QStringList parts{QString::fromUtf8(word)};
    if (candidate.score) {
        parts << QString::number(*candidate.score, 'f', 2)
              << formatting::exactMoney(candidate.cost);
    }
    return parts.join(u" · "_s);
}
