// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loadclient.h"

#include <QRandomGenerator>

#include <vector>

namespace e2e {

/// A call of the mixed load, and what may be expected of its count.
struct MixedCall
{
    test::LoadCall call;
    qint64 choices = 1;  ///< sequences that are generated
    qint64 perChunk = 1; ///< tokens that one chunk of a choice may carry at most
    bool leaves = false; ///< the client is told to hang up
};

/// Calls as an office makes them, and some that go wrong: chat, completions and embeddings,
/// streamed or not, with tools, several choices, lists of prompts, upstream trouble, and one in
/// five of a client that hangs up at a random byte of request or answer. The same for a seed.
/// `tenants`: how many tenants pay, "tenant-0" and so on.
[[nodiscard]] std::vector<MixedCall> mixedCalls(int count, quint32 seed, int tenants);

} // namespace e2e
