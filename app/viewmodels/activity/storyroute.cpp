// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storyroute.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
struct Story
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};
} // namespace

QString reasonOf(const core::RouteStory &route)
{
    const QString why = route.reason == "named"    ? Story::tr("the model was named")
                        : route.reason == "budget" ? Story::tr("little is left of a budget")
                                                   : Story::tr("by the rules");
    return route.taskType.isEmpty() ? why : why + u" · "_s + QString::fromUtf8(route.taskType);
}

QString nameOf(const core::RouteStory::Candidate &candidate)
{
    return QString::fromUtf8(candidate.model) + u" → "_s + QString::fromUtf8(candidate.provider);
}

QString fateOf(const core::RouteStory::Candidate &candidate)
{
    const QByteArray &word = candidate.because.isEmpty() ? candidate.verdict : candidate.because;
    QStringList parts{sentences::translated(QString::fromUtf8(word))};
    if (candidate.score) {
        parts << formatting::language().toString(*candidate.score, 'f', 2)
              << formatting::exactMoney(candidate.cost);
    }
    return parts.join(u" · "_s);
}
