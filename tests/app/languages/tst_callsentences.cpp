// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the proxy tells a caller, made by the proxy itself, stands in a request's story in the
// language of the window.
#include "otherlanguages.h"

#include "proxy/pipeline/ratelimits.h"
#include "proxy/pipeline/refusals.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using language::Choice;

namespace {

core::Refusal refusalOf(core::Time ends)
{
    core::BucketState state;
    state.budgetId = "b-1";
    state.label = "tenant:research";
    state.limit = state.cap = core::Money::fromDollars(10).nanos();
    state.settled = core::Money::fromDollars(9).nanos();
    state.held = core::Money::fromDollars(1).nanos();
    state.span.ends = ends;
    core::Refusal refusal;
    refusal.shortfalls.push_back({state, core::Money::fromDollars(2).nanos()});
    return refusal;
}

QByteArray refusalText(core::Time ends)
{
    return proxy::budgetRefusal(refusalOf(ends), {}, {}, core::Time(0s)).message;
}

} // namespace

class CallSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { language::use(language::localeFor(Choice::English)); }
    void translatesARefusalWithItsArithmetic();
    void translatesEveryEndOfACall();
};

void CallSentencesTest::translatesARefusalWithItsArithmetic()
{
    const core::Time midnight(core::Duration(1'795'392'000'000'000)); // 23 Nov 2026
    const QString english = QString::fromUtf8(refusalText(midnight));
    QVERIFY(english.startsWith(u"The budget for tenant:research is $10: $9 spent"_s));
    verifyIsTranslated(english);
    language::use(language::localeFor(Choice::German));
    QCOMPARE(sentences::translated(english),
             u"Das Budget für tenant:research beträgt 10,00\u00A0$: 9,00\u00A0$ sind ausgegeben, "
             "1,00\u00A0$ für laufende Aufrufe reserviert, und dieser Aufruf kann bis zu "
             "2,00\u00A0$ brauchen. Es wird am 23. Nov. 00:00 UTC wieder frei."_s);
    language::use(language::localeFor(Choice::Chinese));
    QVERIFY(sentences::translated(english).startsWith(u"tenant:research 的预算为 $10.00："_s));
    verifyIsTranslated(QString::fromUtf8(refusalText(core::Time::max())));
}

void CallSentencesTest::translatesEveryEndOfACall()
{
    core::RateShortfall rate;
    rate.label = "agent:crawler";
    rate.limit = 60;
    rate.used = 60;
    rate.requested = 1;
    rate.retryAfter = 12s;
    QByteArrayList said;
    for (const core::Duration window : {core::Duration(1min), core::Duration(1h)}) {
        for (const core::RateUnit unit : {core::RateUnit::Requests, core::RateUnit::Tokens}) {
            rate.window = window;
            rate.unit = unit;
            said += proxy::rateRefusal(rate).message;
        }
    }
    said += proxy::pausedRefusal("research", false).message;
    said += proxy::pausedRefusal({}, true).message;
    said += proxy::unpricedRefusal("llama-8b").message;
    said += proxy::unknownModel("gpt", {}).message;
    said += proxy::endedCall(core::Ending::Cut).message;
    said += proxy::endedCall(core::Ending::Stopped).message;
    for (const auto kind : {proxy::UpstreamFailure::Connect,
                            proxy::UpstreamFailure::Timeout,
                            proxy::UpstreamFailure::Broken}) {
        said += proxy::upstreamFailure({kind, {}, false}).message;
    }
    said += proxy::upstreamStatus(401, {})->message;
    said += proxy::upstreamStatus(503, {})->message;
    for (const QByteArray &message : said) {
        verifyIsTranslated(QString::fromUtf8(message));
    }
}

QTEST_GUILESS_MAIN(CallSentencesTest)
#include "tst_callsentences.moc"
