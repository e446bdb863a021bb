// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/proxy/telemetry/postfixture.h"

using test::Received;
using test::Receiver;
using test::Reply;

/// A collector that keeps what it took. What it refuses is up to `refuse`, asked first.
struct Collector
{
    std::mutex mutex;
    QByteArrayList taken; ///< spans, in order
    std::function<std::optional<Reply>(const Received &, int number)> refuse;
    int requests = 0;
    Receiver receiver{[this](const Received &request) {
        return take(request);
    }};

    Reply take(const Received &request)
    {
        const std::lock_guard lock(mutex);
        ++requests;
        if (refuse) {
            if (const auto refusal = refuse(request, requests)) {
                return *refusal;
            }
        }
        taken += spanIds(request);
        return {};
    }
    QByteArrayList all()
    {
        const std::lock_guard lock(mutex);
        return taken;
    }
    int count()
    {
        const std::lock_guard lock(mutex);
        return requests;
    }
    [[nodiscard]] bool waitForSpans(qsizetype number)
    {
        return QTest::qWaitFor([&] { return all().size() >= number; }, 30'000);
    }
};
