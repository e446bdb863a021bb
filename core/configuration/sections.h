// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/configuration/yamlnode.h"

#include <vector>

namespace core {

/// Reads the sections of capstan.yaml one after the other into `configuration`. Errors are noted
/// in the YamlFile (only the first is kept).
struct SectionReader
{
    /// A name that must be defined somewhere in the file.
    struct Reference
    {
        enum class To { Provider, Model } to;
        QByteArray name;
        YamlNode at;
    };

    YamlFile &file;
    Configuration configuration;
    std::vector<Reference> references;

    void read(const YamlNode &top);
    /// Every provider and model that is named exists, and no model falls back to itself.
    void checkReferences() const;

private:
    void readServer(const YamlNode &node);
    void readProvider(const QByteArray &name, const YamlNode &node);
    void readModel(const QByteArray &name, const YamlNode &node);
    [[nodiscard]] ModelTarget readTarget(const QByteArray &model, const YamlNode &node);
    static void addOnlyTarget(Model &model, const ModelTarget &only, const YamlNode &node);
    void readRouting(const YamlNode &node);
    void readRoute(const QByteArray &path, const YamlNode &node);
    void readPolicy(const YamlNode &node);
    void readRetention(const YamlNode &node);
    void readMetrics(const YamlNode &node);
    void readAlerts(const YamlNode &node);
    void readOwnHardware(const QByteArray &provider, const YamlNode &node);
    void refer(Reference::To to, QByteArray &target, const YamlNode &node);
};

} // namespace core
