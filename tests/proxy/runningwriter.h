// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/ledger/samples.h"

#include "core/ledger/connection.h"
#include "proxy/ledgerwriter.h"

#include <atomic>

using namespace samples;
using namespace Qt::StringLiterals;
using proxy::LedgerWriter;

/// Counts the answers and lets the test wait for them.
struct Answers
{
    std::atomic<int> yes = 0;
    std::atomic<int> no = 0;

    LedgerWriter::Completion completion()
    {
        return [this](bool written) {
            ++(written ? yes : no);
        };
    }
};

struct Running
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"ledger.db"_s);
    std::unique_ptr<LedgerWriter> writer = start(path);

    static std::unique_ptr<LedgerWriter> start(const QString &path)
    {
        return LedgerWriter::start(path, Durability::Process).value();
    }
    [[nodiscard]] Money total() const
    {
        return writer->ask([](Ledger &ledger) { return ledger.sum(Time{}, Time::max()); })
            .value()
            .cost;
    }
};

/// Holds the writer thread until the test lets it go, so that what is posted meanwhile queues up.
class Gate
{
public:
    explicit Gate(LedgerWriter &writer)
    {
        writer.post(hold(999'999), [this](bool) {
            m_reached.set_value();
            m_opened.get_future().wait();
        });
        m_reached.get_future().wait();
    }
    void open() { m_opened.set_value(); }

private:
    std::promise<void> m_reached;
    std::promise<void> m_opened;
};
