// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>

namespace YAML {
class Node;
}

/// Checks JSON against the schemas of an OpenAPI 3.0 file: types, required members, enumerations,
/// $ref, allOf, oneOf (any one) and nullable.
class OpenApiSchema
{
public:
    explicit OpenApiSchema(const QString &file);
    ~OpenApiSchema();
    [[nodiscard]] bool isThere() const;

    /// What is wrong with the value as a components/schemas/`name`; empty: nothing.
    [[nodiscard]] QStringList faults(const QString &name, const QJsonValue &value) const;

private:
    [[nodiscard]] YAML::Node resolved(const YAML::Node &schema) const;
    [[nodiscard]] QStringList
    check(const YAML::Node &schema, const QJsonValue &value, const QString &path) const;
    [[nodiscard]] QStringList
    checkObject(const YAML::Node &schema, const QJsonValue &value, const QString &path) const;

    std::unique_ptr<YAML::Node> m_schemas;
};
