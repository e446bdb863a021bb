// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/settlement.h"
#include "proxy/upstream/upstreams.h"

#include <QTest>

using namespace proxy;
using core::CountQuality;
using core::Ending;

namespace {

/// A call of at most 10 prompt tokens and two choices of 50 tokens.
RequestContext context(bool stream)
{
    RequestContext context;
    context.facts.stream = stream;
    context.bound.promptTokens = 10;
    context.bound.outputTokens = 50;
    context.bound.choices = 2;
    return context;
}

RelayEnd end(Ending ending, qint64 output, CountQuality quality)
{
    RelayEnd end;
    end.ending = ending;
    end.usage.output = output;
    end.usage.quality = quality;
    return end;
}

} // namespace

class tst_Settlement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheUpstreamsCount_data()
    {
        QTest::addColumn<CountQuality>("quality");
        QTest::newRow("final") << CountQuality::Reported;
        QTest::newRow("running") << CountQuality::LowerBound;
    }
    void takesTheUpstreamsCount()
    {
        QFETCH(const CountQuality, quality);
        const RelayEnd reported = end(Ending::ClientGone, 7, quality);
        QCOMPARE(chargedUsage(context(true), reported), reported.usage);
    }

    void chargesWhatWasNotReported_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<qint64>("seen");
        QTest::addColumn<qint64>("output");
        QTest::newRow("a whole answer: 2 x 50") << false << Ending::Complete << 0LL << 100LL;
        QTest::newRow("a lost answer: 2 x 50") << false << Ending::ClientGone << 0LL << 100LL;
        QTest::newRow("a whole stream: 2 x 50") << true << Ending::Complete << 30LL << 100LL;
        QTest::newRow("a stream that broke off") << true << Ending::UpstreamError << 30LL << 30LL;
        QTest::newRow("a stream before its begin") << true << Ending::ClientGone << 0LL << 0LL;
    }
    void chargesWhatWasNotReported()
    {
        QFETCH(const bool, stream);
        QFETCH(const Ending, ending);
        QFETCH(const qint64, seen);
        QFETCH(const qint64, output);
        const auto quality = seen > 0 ? CountQuality::Estimated : CountQuality::Unknown;
        const auto usage = chargedUsage(context(stream), end(ending, seen, quality));
        QCOMPARE(usage.input, 10);
        QCOMPARE(usage.output, output);
        QCOMPARE(usage.quality, CountQuality::Estimated);
    }

    // Issue 3: of 3 s the upstream had 1 s, and 1.5 s were spent waiting for room.
    void keepsHowItWasLetIn()
    {
        RequestContext call = context(false);
        call.receivedAt = core::Time(std::chrono::seconds(100));
        call.upstreamTime = std::chrono::seconds(1);
        call.queued = std::chrono::milliseconds(1'500);
        call.budgets = {{"key", 10, 5, 2}};
        call.price.model = QStringLiteral("llama-8b");
        call.price.rates = {1, 2, 3, 4};
        call.price.tiers = {{.fromPromptTokens = 10, .rates = {5, 6, 7, 8}}}; // as the prompt has
        const core::SettlementRecord record =
            settlementOf(call,
                         end(Ending::Complete, 0, CountQuality::Unknown),
                         core::Time(std::chrono::seconds(103)));
        QCOMPARE(record.overhead, core::Duration(std::chrono::milliseconds(500)));
        QVERIFY(record.admission.has_value());
        QCOMPARE(record.admission->queued, core::Duration(std::chrono::milliseconds(1'500)));
        QCOMPARE(record.admission->budgets, call.budgets);
        QCOMPARE(record.admission->rates, QByteArray("[5,6,7,8,0]"));
    }

    // Hidden reasoning is billed, and told of only at the end: 2 x 50, not the 30 that were seen.
    void chargesABrokenStreamOfAProviderAtItsBound()
    {
        const core::SystemClock clock;
        UpstreamSettings settings;
        settings.baseUrl = "https://api.example";
        settings.isLocal = false;
        UpstreamClient client;
        Provider provider(settings, clock);
        Upstream upstream(provider, client, clock);
        RequestContext remote = context(true);
        remote.upstream = &upstream;
        const RelayEnd broken = end(Ending::Stopped, 30, CountQuality::Estimated);
        QCOMPARE(chargedUsage(remote, broken).output, 100);
        settings.isLocal = true;
        QCOMPARE(chargedUsage(remote, broken).output, 30);
    }

    /// A stream may count tokens, which have no price here: free audio, for who asks for it.
    void chargesAudioByItsLengthWhateverElseIsCounted()
    {
        RequestContext audio = context(true);
        audio.facts.endpoint = openai::Endpoint::Transcription;
        audio.bound = {};
        audio.bound.audioSeconds = 90;
        core::TokenUsage length;
        length.audioSeconds = 90;
        length.quality = CountQuality::Estimated;
        QCOMPARE(chargedUsage(audio, end(Ending::Complete, 7, CountQuality::Reported)), length);
        QCOMPARE(chargedUsage(audio, end(Ending::Complete, 0, CountQuality::Reported)), length);
        QCOMPARE(chargedUsage(audio, end(Ending::ClientGone, 7, CountQuality::LowerBound)), length);
        RelayEnd told = end(Ending::Complete, 0, CountQuality::Reported);
        told.usage.audioSeconds = 61; // an answer that is not streamed
        QCOMPARE(chargedUsage(audio, told), told.usage);
        const RelayEnd failed = end(Ending::UpstreamError, 0, CountQuality::Reported);
        QCOMPARE(chargedUsage(audio, failed).audioSeconds, 0); // nothing was read
    }

    /// Anthropic tells the prompt first and the answer last.
    void keepsThePromptThatWasToldBeforeTheEnd()
    {
        RelayEnd broken = end(Ending::UpstreamError, 30, CountQuality::Estimated);
        broken.usage.input = 4;
        broken.usage.cachedInput = 3;
        const auto usage = chargedUsage(context(true), broken);
        QCOMPARE(usage.input, 4);
        QCOMPARE(usage.cachedInput, 3);
        QCOMPARE(usage.output, 30);
        QCOMPARE(usage.quality, CountQuality::Estimated);
    }
};

QTEST_GUILESS_MAIN(tst_Settlement)
#include "tst_settlement.moc"
