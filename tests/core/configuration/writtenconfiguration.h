// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configurationreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A folder with one configuration file, read as a start reads it.
class WrittenConfiguration
{
public:
    [[nodiscard]] core::Result<core::Configuration>
    read(const QByteArray &text, const QProcessEnvironment &environment = {}) const
    {
        const QString name = folder.filePath(QStringLiteral("capstan.yaml"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the test's file");
        }
        file.close();
        return core::readConfiguration(name, environment);
    }

    QTemporaryDir folder;
};

/// Empty when it was read.
inline QString messageOf(const core::Result<core::Configuration> &result)
{
    return result.ok() ? QString() : result.error().message;
}

/// A valid file, in which one line is replaced.
inline QByteArray base(const QByteArray &line, const QByteArray &replacement)
{
    const QByteArray text = "server:\n"                                                   // 1
                            "  port: 7007\n"                                              // 2
                            "providers:\n"                                                // 3
                            "  vllm:\n"                                                   // 4
                            "    type: openai\n"                                          // 5
                            "    base_url: http://localhost:8000/v1\n"                    // 6
                            "models:\n"                                                   // 7
                            "  llama-8b:\n"                                               // 8
                            "    provider: vllm\n"                                        // 9
                            "    physical_name: meta/llama\n"                             // 10
                            "    price:\n"                                                // 11
                            "      input: 0.1\n"                                          // 12
                            "      output: 0.3\n"                                         // 13
                            "routes:\n"                                                   // 14
                            "  /r: { tiers: { cheap: llama-8b, expensive: llama-8b } }\n" // 15
                            "limits:\n"                                                   // 16
                            "  - { per: agent, requests_per_minute: 10 }\n";              // 17
    Q_ASSERT(text.contains(line));
    return QByteArray(text).replace(line, replacement);
}
