// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

/// What a try of one model server found.
struct UpstreamFinding
{
    enum class Kind {
        Works,
        NoAnswer,   ///< `detail` says why
        KeyRefused, ///< or none was given and one is wanted
        NoModels,   ///< something answers, but not with a list of models
    };

    Kind kind = Kind::NoAnswer;
    int status = 0; ///< of HTTP; 0: no answer
    QString detail;
    QByteArray version; ///< of vLLM; empty: another server
    std::vector<QByteArray> models;
    std::chrono::milliseconds time{0};

    [[nodiscard]] bool works() const { return kind == Kind::Works; }
    friend bool operator==(const UpstreamFinding &, const UpstreamFinding &) = default;
};
