// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace app {

/// What another gateway's configuration says, in Capstan's terms but as texts: the written file is
/// judged by Capstan's own reader, like one that a person wrote.
struct SeedConfiguration
{
    struct Provider
    {
        QByteArray name;
        QByteArray type; ///< "openai", "anthropic", "gemini", "ollama"
        QByteArray baseUrl;
        QByteArray apiKeyVariable; ///< may be empty
        std::optional<qint64> timeoutMs;
        std::optional<qint64> maxRetries;
        std::optional<qint64> requestsPerMinute;
    };
    struct Model
    {
        QByteArray name;
        QByteArray provider;
        QByteArray physicalName;
        std::optional<qint64> maxTokens;
        QByteArray inputPerMillion; ///< dollars; empty: not said
        QByteArray outputPerMillion;
    };

    std::vector<Provider> providers;
    std::vector<Model> models; ///< the preferred one first
    bool routes = false;       ///< seed S2's formula, with the task types below
    std::vector<std::pair<QByteArray, QByteArrayList>> taskTypes; ///< models, preferred first
    QByteArray exceededMark;                                      ///< a fraction; empty: not said
    QByteArray dailyLimit; ///< dollars; empty: not said, as is the next
    QByteArray monthlyLimit;
    std::optional<qint64> agentPerMinute;
    std::optional<qint64> tenantPerHour;
    std::vector<QString> notCarried; ///< a sentence each
};

/// Seed S4's config.yaml. InvalidInput, with the line, when it is no YAML; what is not known or
/// has no place in Capstan stands in `notCarried`.
[[nodiscard]] core::Result<SeedConfiguration> readSeedYaml(const QByteArray &text);
/// Seed S2's llm-router.toml, in the same way.
[[nodiscard]] core::Result<SeedConfiguration> readSeedToml(const QByteArray &text);

/// One of them, told apart by the file's ending. InvalidInput, naming the file, also when it has
/// neither providers nor models.
[[nodiscard]] core::Result<SeedConfiguration> readSeed(const QByteArray &text, const QString &file);

/// As capstan.yaml, with what was not carried over as a comment in front.
[[nodiscard]] QByteArray writeConfiguration(const SeedConfiguration &seed);

/// The dollars per million tokens for those per thousand, as decimal text, exactly: "0.0014"
/// becomes "1.4". InvalidInput when it is no such amount.
[[nodiscard]] core::Result<QByteArray> perMillion(QByteArrayView perThousand);
/// "12.34" for 1234 cents.
[[nodiscard]] QByteArray dollarsOf(qint64 cents);

} // namespace app
