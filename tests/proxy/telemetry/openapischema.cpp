// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapischema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace {

QString text(const YAML::Node &node)
{
    return QString::fromStdString(node.as<std::string>());
}

bool isOfType(const QString &type, const QJsonValue &value)
{
    if (type == "integer"_L1) {
        return value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger());
    }
    return (type == "object"_L1 && value.isObject()) || (type == "array"_L1 && value.isArray()) ||
           (type == "string"_L1 && value.isString()) || (type == "number"_L1 && value.isDouble()) ||
           (type == "boolean"_L1 && value.isBool());
}

} // namespace

OpenApiSchema::OpenApiSchema(const QString &file)
{
    if (QFile::exists(file)) {
        m_schemas = std::make_unique<YAML::Node>(
            YAML::LoadFile(file.toStdString())["components"]["schemas"]);
    }
}

OpenApiSchema::~OpenApiSchema() = default;

bool OpenApiSchema::isThere() const
{
    return m_schemas != nullptr;
}

QStringList OpenApiSchema::faults(const QString &name, const QJsonValue &value) const
{
    const YAML::Node schema = (*m_schemas)[name.toStdString()];
    return schema ? check(schema, value, name) : QStringList{name + u": no such schema"_s};
}

YAML::Node OpenApiSchema::resolved(const YAML::Node &schema) const
{
    if (!schema["$ref"]) {
        return schema;
    }
    return resolved((*m_schemas)[text(schema["$ref"]).section(u'/', -1).toStdString()]);
}

QStringList
OpenApiSchema::check(const YAML::Node &given, const QJsonValue &value, const QString &path) const
{
    if (value.isNull() && given["nullable"]) {
        return {};
    }
    const YAML::Node schema = resolved(given);
    QStringList faults;
    if (schema["type"] && !isOfType(text(schema["type"]), value)) {
        return {path + u" is not of type "_s + text(schema["type"])};
    }
    if (schema["enum"]) {
        bool isOne = false;
        for (const YAML::Node &one : schema["enum"]) {
            isOne = isOne || text(one) == value.toString();
        }
        faults += isOne ? QStringList() : QStringList{path + u" is none of the words"_s};
    }
    for (const YAML::Node &part : schema["allOf"]) {
        faults += check(part, value, path);
    }
    if (schema["oneOf"]) {
        QStringList best{path + u" fits none"_s};
        bool fits = false;
        for (const YAML::Node &one : schema["oneOf"]) {
            const QStringList here = check(one, value, path) + checkObject(one, value, path);
            fits = fits || here.isEmpty();
            best += here;
        }
        faults += fits ? QStringList() : best;
    }
    if (value.isArray() && schema["items"]) {
        for (const QJsonValue &item : value.toArray()) {
            faults += check(schema["items"], item, path + u"[]"_s);
        }
    }
    return faults + checkObject(schema, value, path);
}

QStringList OpenApiSchema::checkObject(const YAML::Node &given,
                                       const QJsonValue &value,
                                       const QString &path) const
{
    const YAML::Node schema = resolved(given);
    if (!value.isObject()) {
        return {};
    }
    QStringList faults;
    const QJsonObject object = value.toObject();
    for (const YAML::Node &name : schema["required"]) {
        faults += object.contains(text(name)) ? QStringList()
                                              : QStringList{path + u" lacks "_s + text(name)};
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const YAML::Node properties = schema["properties"];
        const bool isKnown = properties && properties[it.key().toStdString()];
        const QString where = path + u'.' + it.key();
        if (isKnown) {
            faults += check(properties[it.key().toStdString()], it.value(), where);
        } else if (schema["additionalProperties"] && schema["additionalProperties"].IsMap()) {
            faults += check(schema["additionalProperties"], it.value(), where);
        }
    }
    return faults;
}
