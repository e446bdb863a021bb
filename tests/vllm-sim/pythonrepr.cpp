// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pythonrepr.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sim {

static QByteArray quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return "'" + text.toUtf8() + "'";
}

static QByteArray reprOfObject(const QJsonObject &object)
{
    QByteArrayList members;
    for (auto member = object.begin(); member != object.end(); ++member) {
        members.append(quoted(member.key()) + ": " + pythonRepr(member.value()));
    }
    return "{" + members.join(", ") + "}";
}

QByteArray pythonRepr(const QJsonValue &value)
{
    if (value.isObject()) {
        return reprOfObject(value.toObject());
    }
    if (value.isArray()) {
        QByteArrayList items;
        for (const QJsonValue item : value.toArray()) {
            items.append(pythonRepr(item));
        }
        return "[" + items.join(", ") + "]";
    }
    if (value.isString()) {
        return quoted(value.toString());
    }
    if (value.isBool()) {
        return value.toBool() ? "True" : "False";
    }
    return value.isDouble() ? value.toVariant().toByteArray() : "None";
}

} // namespace sim
