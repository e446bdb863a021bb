// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

inline int completionOf(const QByteArray &event)
{
    const QJsonObject chunk = QJsonDocument::fromJson(event).object();
    return chunk["usage"_L1]["completion_tokens"_L1].toInt(-1);
}
