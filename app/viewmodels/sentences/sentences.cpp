// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/sentences/sentences.h"

#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentencetable.h"

#include <QCache>
#include <QCoreApplication>
#include <QMutex>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// No sentence of ours is nested deeper; a foreign one may look as if it were without end.
constexpr int DeepestPart = 6;
/// More than are on screen at once.
constexpr int MostKept = 200;

/// A sentence as it is looked for.
struct Form
{
    const char *english = nullptr;
    QRegularExpression pattern; ///< gaps are the groups g1, g2 ...; what follows is "rest"
    qsizetype letters = 0;      ///< that are not gaps
};

const QRegularExpression &gap()
{
    static const QRegularExpression gap(u"%([1-9])"_s);
    return gap;
}

Form formOf(const char *english)
{
    const QString text = QString::fromUtf8(english);
    QString pattern;
    QStringList seen;
    qsizetype at = 0;
    Form form{english, {}, text.size()};
    for (const QRegularExpressionMatch &match : gap().globalMatch(text)) {
        const QString name = u'g' + match.captured(1);
        pattern += QRegularExpression::escape(text.sliced(at, match.capturedStart() - at));
        pattern += seen.contains(name) ? u"\\k<%1>"_s.arg(name) : u"(?<%1>.+?)"_s.arg(name);
        seen += name;
        at = match.capturedEnd();
        form.letters -= match.capturedLength();
    }
    pattern += QRegularExpression::escape(text.sliced(at));
    const bool isWhole = text.endsWith(u'.') || text.endsWith(u'?');
    form.pattern.setPattern(u'^' + pattern + (isWhole ? u"(?: (?<rest>.+))?$"_s : u"$"_s));
    form.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return form;
}

/// Those with the fewest gaps for what they say first: "%1: %2." would take nearly everything.
const std::vector<Form> &forms()
{
    static const std::vector<Form> forms = [] {
        std::vector<Form> all;
        for (const auto table : {sentencetable::ofCalls(),
                                 sentencetable::ofBooks(),
                                 sentencetable::ofLedgers(),
                                 sentencetable::ofConnections(),
                                 sentencetable::ofConfigurations()}) {
            std::transform(table.begin(), table.end(), std::back_inserter(all), formOf);
        }
        std::ranges::stable_sort(all, std::ranges::greater(), &Form::letters);
        return all;
    }();
    return forms;
}

QString translatedTo(int depth, const QString &english);

/// An amount, a count or a time as core and proxy write it; nothing for anything else.
QString figure(const QString &text)
{
    static const QRegularExpression counted(u"^(\\d+) (tokens|requests?)$"_s);
    static const QRegularExpression timed(u"^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z$"_s);
    if (text.startsWith(u'$')) {
        const auto amount = core::Money::parse(text.sliced(1).toLatin1());
        return amount.ok() ? formatting::exactMoney(*amount) : QString();
    }
    if (const auto match = counted.match(text); match.hasMatch()) {
        const int count = formatting::countable(match.captured(1).toLongLong());
        return match.captured(2) == u"tokens"_s ? Sentences::tr("%Ln token(s)", nullptr, count)
                                                : Sentences::tr("%Ln request(s)", nullptr, count);
    }
    if (timed.match(text).hasMatch()) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        return formatting::dated(time, formatting::DateForm::DayClock) + u" UTC"_s;
    }
    return {};
}

QString filled(int depth, const Form &form, const QRegularExpressionMatch &match)
{
    const QString text = Sentences::tr(form.english);
    QString sentence;
    qsizetype at = 0;
    // In one go, so that a name with a "%1" in it stays a name.
    for (const QRegularExpressionMatch &place : gap().globalMatch(text)) {
        const QString part = match.captured(u'g' + place.captured(1));
        const QString shown = figure(part);
        sentence += text.sliced(at, place.capturedStart() - at);
        sentence += shown.isEmpty() ? translatedTo(depth + 1, part) : shown;
        at = place.capturedEnd();
    }
    sentence += text.sliced(at);
    const QString rest = match.captured(u"rest"_s);
    return rest.isEmpty() ? sentence : sentence + u' ' + translatedTo(depth, rest);
}

QString translatedTo(int depth, const QString &english)
{
    if (depth > DeepestPart || english.isEmpty()) {
        return english;
    }
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(english);
        if (match.hasMatch()) {
            return filled(depth, form, match);
        }
    }
    return english;
}

} // namespace

namespace sentences {

QString translated(const QString &english)
{
    // What an upstream lacks comes with each snapshot, thirty times a second.
    static QMutex guard; // a file to import is looked at in a thread of its own
    const QMutexLocker lock(&guard);
    static QCache<QString, QString> said(MostKept);
    const auto &currency = displaycurrency::inForce();
    const QString manner = formatting::language().name() + u'\n' +
                           QString::fromLatin1(currency ? currency->toText() : QByteArray());
    const QString key = manner + u'\n' + english;
    if (const QString *known = said.object(key); known != nullptr) {
        return *known;
    }
    QString text = translatedTo(0, english);
    said.insert(key, new QString(text));
    return text;
}

QString of(const core::Error &error)
{
    QString message = translated(error.message);
    if (error.remedy.isEmpty() || message.isEmpty()) {
        return message + translated(error.remedy);
    }
    // "capstan.yaml:4: server.port: is no port" and its like come without one.
    if (!QStringView(u".!?。！？").contains(message.back())) {
        message += formatting::language().language() == QLocale::Chinese ? u'。' : u'.';
    }
    return message + u' ' + translated(error.remedy);
}

QStringList known()
{
    QStringList all;
    for (const Form &form : forms()) {
        all += QString::fromUtf8(form.english);
    }
    return all;
}

} // namespace sentences
