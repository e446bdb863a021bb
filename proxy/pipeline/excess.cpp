// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/excess.h"

#include "proxy/upstream/upstreams.h"

#include <QLoggingCategory>

namespace proxy {

Q_LOGGING_CATEGORY(boundLog, "capstan.bound", QtInfoMsg)

using namespace Qt::StringLiterals;

void learnFromExcess(const RequestContext &context, const core::TokenUsage &usage)
{
    ModelDirectory &models = context.upstream->provider.models;
    const CallBound &bound = context.bound;
    const qint64 above = usage.prompt() - bound.promptTokens;
    if (above > 0) {
        models.raiseOverhead(context.model.id, above);
    }
    models.wentAboveBound();
    qCWarning(boundLog).noquote() << u"%1: %2 used more than was held for the call: %3 prompt and "
                                     u"%4 output tokens, held were "
                                     "%5 and %6. It is charged in full."_s
                                         .arg(QString::fromLatin1(context.id.toText()),
                                              QString::fromUtf8(context.model.id))
                                         .arg(usage.prompt())
                                         .arg(usage.output)
                                         .arg(bound.promptTokens)
                                         .arg(bound.outputTokens * bound.choices);
}

} // namespace proxy
