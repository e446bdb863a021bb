// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychain.h"

#include <QCoreApplication>

#include <utility>

namespace app {

/// A build without the desktop's libraries: secrets come from the environment only.
class NoKeychain final : public Keychain
{
public:
    void read(const QByteArray &, Callback callback) override { answer(std::move(callback)); }
    void write(const QByteArray &, const core::Secret &, Callback callback) override
    {
        answer(std::move(callback));
    }
    void remove(const QByteArray &, Callback callback) override { answer(std::move(callback)); }

private:
    static void answer(Callback callback)
    {
        QMetaObject::invokeMethod(
            qApp,
            [callback = std::move(callback)] {
                callback({KeychainAnswer::Missing, {}, {}});
            },
            Qt::QueuedConnection);
    }
};

} // namespace app
