// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/imports/importwords.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::Ledger::Sum sum(qint64 calls, const char *cost)
{
    core::Ledger::Sum sum;
    sum.calls = calls;
    sum.cost = sample::dollars(cost);
    return sum;
}

core::Price price(const QString &model, const char *input, core::PriceSource source)
{
    core::Price price;
    price.model = model;
    price.rates.input = sample::dollars(input).nanos();
    price.rates.output = sample::dollars("2").nanos();
    price.source = source;
    return price;
}

ImportPreview something()
{
    ImportPreview preview;
    preview.summary = u"4 calls"_s;
    preview.lines = {u"New: 1"_s, u"Line 6: it has no timestamp."_s};
    return preview;
}

} // namespace

/// Issue 3: a file is imported by pointing, and what it would change is seen before.
class FileImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsInOnlyWhatWasShown()
    {
        FileImport import;
        QSignalSpy looked(&import, &FileImport::lookRequested);
        QSignalSpy wanted(&import, &FileImport::importRequested);
        import.bringIn();
        QVERIFY(wanted.isEmpty());
        import.look(u" /tmp/usage.jsonl "_s);
        QCOMPARE(looked.front().front().toString(), u"/tmp/usage.jsonl"_s);
        import.bringIn(); // still being read
        QVERIFY(wanted.isEmpty());
        import.take(something());
        QVERIFY(import.isReady());
        QCOMPARE(import.details(), u"New: 1\nLine 6: it has no timestamp."_s);
        import.bringIn();
        QCOMPARE(wanted.size(), 1);
        import.finish(core::Done{});
        QVERIFY(!import.doneText().isEmpty());
        import.bringIn(); // once
        QCOMPARE(wanted.size(), 1);
    }

    void takesNoAnswerToAQuestionThatWasDropped()
    {
        FileImport import;
        QSignalSpy looked(&import, &FileImport::lookRequested);
        import.look(u"/tmp/a.jsonl"_s);
        import.clear(); // the dialog is closed, or another name is typed
        QVERIFY(!import.isBusy());
        import.look(u"/tmp/b.jsonl"_s);
        QCOMPARE(looked.size(), 2);
        import.take(something()); // of a
        QVERIFY(import.isBusy());
        QVERIFY(!import.isReady());
        import.take(something());
        QVERIFY(import.isReady());
        import.clear(); // the name is changed: what was shown cannot be brought in any more
        QVERIFY(!import.isReady());
    }

    void saysWhatIsWrong()
    {
        FileImport import;
        import.look(u"/tmp/none"_s);
        import.take(core::Error{core::ErrorCode::NotFound, u"Not there."_s, u"Look again."_s});
        QCOMPARE(import.errorText(), u"Not there. Look again."_s);
        QVERIFY(!import.isReady());
        import.look(u"/tmp/usage.jsonl"_s);
        import.take(something());
        import.bringIn();
        import.finish(core::Error{core::ErrorCode::Unavailable, u"The disk is full."_s, {}});
        QVERIFY(import.errorText().startsWith(u"The disk is full."_s));
        QVERIFY(import.isReady()); // again
    }

    void savesAConfigurationAndOverwritesNone()
    {
        const QTemporaryDir folder;
        FileImport import;
        import.setFolder(folder.path());
        import.look(u"/tmp/config.yaml"_s);
        import.take(importwords::ofConfiguration("models: {}\n", 2, 3, {u"The cache."_s}));
        QCOMPARE(import.summary(), u"Providers: 2, models: 3."_s);
        QCOMPARE(import.details(), u"Not carried over: 1 thing.\nThe cache."_s);
        import.save();
        import.save();
        QFile file(folder.filePath(u"capstan-2.yaml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "models: {}\n"_ba);
        QVERIFY(QFile::exists(folder.filePath(u"capstan.yaml"_s)));
    }

    void tellsOfUsage()
    {
        core::UsagePreview usage;
        usage.all = sum(4, "0.38");
        usage.isNew = sum(1, "0.30");
        usage.first = sample::afternoon() - 48h;
        usage.last = sample::afternoon();
        usage.tenants = {{"tenant-3", sum(1, "0.30")}};
        usage.skipped = 1;
        usage.skippedLines = {{6, u"it has no timestamp"_s}};
        const ImportPreview preview = importwords::of(usage, QTimeZone::utc());
        QCOMPARE(preview.summary, u"4 calls, $0.38, made from 19 Nov 2026 to 21 Nov 2026."_s);
        const QStringList expected{
            u"New: 1 call, $0.30. Reports count them; no cap does, as they are history."_s,
            u"In the ledger already, and not counted again: 3."_s,
            u"tenant-3: 1 call, $0.30"_s,
            u"Left out: 1 line."_s,
            u"Line 6: it has no timestamp."_s};
        QCOMPARE(preview.lines, expected);
        QVERIFY(preview.changesSomething);
        usage.isNew = {};
        QVERIFY(!importwords::of(usage, QTimeZone::utc()).changesSomething);
    }

    void tellsOfPrices()
    {
        using Source = core::PriceSource;
        const core::PriceBook inForce({price(u"same"_s, "1", Source::Imported),
                                       price(u"dearer"_s, "1", Source::Imported),
                                       price(u"gone"_s, "1", Source::Imported),
                                       price(u"mine"_s, "1", Source::User)});
        core::ImportedPrices list;
        for (const auto &[model, input] : {std::pair(u"same"_s, "1"),
                                           std::pair(u"dearer"_s, "1.50"),
                                           std::pair(u"new"_s, "1"),
                                           std::pair(u"mine"_s, "9")}) {
            list.prices.push_back(price(model, input, Source::Imported));
        }
        list.skipped = 7;
        const ImportPreview preview = importwords::of(list, inForce, sample::afternoon());
        const QStringList expected{u"New: 1, changed: 1, as they are: 1."_s,
                                   u"dearer: input $1.00 → $1.50, output $2.00 → $2.00"_s,
                                   u"Without effect, as yours go before: 1."_s,
                                   u"Imported before and not in this list, so taken away: 1."_s,
                                   u"Left out, as they are no price per token: 7."_s};
        QCOMPARE(preview.lines, expected);
        QCOMPARE(preview.summary, u"4 prices."_s);
    }
};

QTEST_GUILESS_MAIN(FileImportTest)
#include "tst_fileimport.moc"
