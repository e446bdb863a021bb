// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerrows.h"
#include "site.h"
#include "tests/support/receiver.h"

/// A site that tells receivers of its calls.
namespace telemetrysite {

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;
using test::Received;
using test::Receiver;
using test::Reply;

inline QProcessEnvironment environmentWith(const QMap<QString, QByteArray> &variables)
{
    QProcessEnvironment environment = test::plainEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        environment.insert(it.key(), QString::fromUtf8(it.value()));
    }
    return environment;
}

} // namespace telemetrysite
