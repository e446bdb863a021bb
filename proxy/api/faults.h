// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace proxy {

/// What is wrong with a request, in FastAPI's shape, which clients of the seeds read: a list of
/// {"loc","msg","type"}, the value of a 422's `detail`.
class Faults
{
public:
    void add(QByteArrayView field, QByteArrayView message);
    [[nodiscard]] bool any() const { return !m_list.isEmpty(); }
    /// InvalidInput whose message is the list.
    [[nodiscard]] core::Error error() const;

private:
    QByteArray m_list;
};

} // namespace proxy
