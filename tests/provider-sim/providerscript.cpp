// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providerscript.h"

#include <QMap>
#include <QRegularExpression>

namespace test {
using namespace Qt::StringLiterals;

ProviderScript ProviderScript::of(const QByteArray &body)
{
    QMap<QString, qint64> terms;
    static const QRegularExpression marks(uR"(\[\[(?:sim:)?([^\]]*)\]\])"_s);
    auto each = marks.globalMatch(QString::fromUtf8(body));
    while (each.hasNext()) {
        for (const QString &term : each.next().captured(1).split(u' ', Qt::SkipEmptyParts)) {
            terms.insert(term.section(u'=', 0, 0), term.section(u'=', 1).toLongLong());
        }
    }
    ProviderScript script;
    script.prompt = terms.value(u"prompt"_s, script.prompt);
    script.cached = terms.value(u"cached"_s, 0);
    script.written = terms.value(u"written"_s, 0);
    script.output = terms.value(u"tokens"_s, script.output);
    script.reasoning = terms.value(u"reasoning"_s, 0);
    script.status = static_cast<int>(terms.value(u"status"_s, 0));
    script.errorAfter = terms.value(u"error-mid-stream"_s, -1);
    script.cutAfter = terms.value(u"cut"_s, -1);
    script.neverEnding = terms.contains(u"never-ending"_s);
    script.toolCall = terms.contains(u"tool-call"_s);
    script.usageMissing = terms.contains(u"usage-missing"_s);
    script.noChoices = terms.contains(u"no-choices"_s);
    return script;
}

} // namespace test
