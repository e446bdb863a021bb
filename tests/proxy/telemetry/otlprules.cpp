// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "otlprules.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace otlprules {

namespace {

class Faults
{
public:
    void unless(bool isSo, const QString &what)
    {
        if (!isSo) {
            list += what;
        }
    }
    QStringList list;
};

bool isHex(const QJsonValue &value, int digits)
{
    static const QRegularExpression hex(u"^[0-9a-fA-F]+$"_s);
    const QString text = value.toString();
    return text.size() == digits && hex.match(text).hasMatch() && text.count(u'0') != digits;
}

bool isLong(const QJsonValue &value)
{
    bool fits = false;
    value.toString().toLongLong(&fits);
    return value.isString() && fits;
}

void checkNames(const QJsonValue &value, Faults &faults)
{
    static const QRegularExpression camel(u"^[a-z][a-zA-Z0-9]*$"_s);
    for (const QJsonValue &item : value.toArray()) {
        checkNames(item, faults);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        faults.unless(camel.match(it.key()).hasMatch(), it.key() + u" is not lowerCamelCase"_s);
        checkNames(it.value(), faults);
    }
}

void checkValue(const QJsonObject &value, const QString &key, Faults &faults)
{
    faults.unless(value.size() == 1, key + u" has not one value"_s);
    faults.unless(!value.contains("intValue"_L1) || isLong(value["intValue"_L1]),
                  key + u" is no decimal string"_s);
    faults.unless(!value.contains("doubleValue"_L1) || value["doubleValue"_L1].isDouble(),
                  key + u" is no number"_s);
    for (const QJsonValue &item : value["arrayValue"_L1]["values"_L1].toArray()) {
        checkValue(item.toObject(), key, faults);
    }
}

void checkAttributes(const QJsonValue &list, Faults &faults)
{
    QSet<QString> keys;
    faults.unless(list.isArray(), u"attributes are no list"_s);
    for (const QJsonValue &attribute : list.toArray()) {
        const QString key = attribute["key"_L1].toString();
        faults.unless(!key.isEmpty() && !keys.contains(key), key + u" stands twice"_s);
        keys.insert(key);
        checkValue(attribute["value"_L1].toObject(), key, faults);
    }
}

void checkSpan(const QJsonObject &span, Faults &faults)
{
    faults.unless(isHex(span["traceId"_L1], 32), u"traceId"_s);
    faults.unless(isHex(span["spanId"_L1], 16), u"spanId"_s);
    faults.unless(!span.contains("parentSpanId"_L1) || isHex(span["parentSpanId"_L1], 16),
                  u"parentSpanId"_s);
    faults.unless(span["kind"_L1].isDouble(), u"kind is no integer"_s);
    const QJsonObject status = span["status"_L1].toObject();
    faults.unless(!status.contains("code"_L1) || status["code"_L1].isDouble(), u"status.code"_s);
    faults.unless(span["flags"_L1].isDouble(), u"flags"_s);
    faults.unless(!span["name"_L1].toString().isEmpty(), u"name"_s);
    const QJsonValue begin = span["startTimeUnixNano"_L1];
    const QJsonValue end = span["endTimeUnixNano"_L1];
    faults.unless(isLong(begin) && isLong(end), u"times are no decimal strings"_s);
    faults.unless(end.toString().toLongLong() >= begin.toString().toLongLong(),
                  u"the end is before the beginning"_s);
    checkAttributes(span["attributes"_L1], faults);
}

void checkHistogram(const QJsonObject &point, Faults &faults)
{
    const QJsonArray buckets = point["bucketCounts"_L1].toArray();
    const QJsonArray bounds = point["explicitBounds"_L1].toArray();
    qint64 sum = 0;
    for (const QJsonValue &bucket : buckets) {
        faults.unless(isLong(bucket), u"a bucket is no decimal string"_s);
        sum += bucket.toString().toLongLong();
    }
    faults.unless(buckets.size() == bounds.size() + 1, u"buckets and bounds do not fit"_s);
    faults.unless(isLong(point["count"_L1]) && point["count"_L1].toString().toLongLong() == sum,
                  u"the buckets do not add up to the count"_s);
    faults.unless(point["sum"_L1].isDouble(), u"sum"_s);
}

void checkMetric(const QJsonObject &metric, Faults &faults)
{
    const bool isHistogram = metric.contains("histogram"_L1);
    const QJsonObject data = metric[isHistogram ? "histogram"_L1 : "sum"_L1].toObject();
    faults.unless(data["aggregationTemporality"_L1].toInt() == 2, u"not cumulative"_s);
    for (const QJsonValue &value : data["dataPoints"_L1].toArray()) {
        const QJsonObject point = value.toObject();
        checkAttributes(point["attributes"_L1], faults);
        faults.unless(isLong(point["startTimeUnixNano"_L1]) && isLong(point["timeUnixNano"_L1]),
                      u"times are no decimal strings"_s);
        if (isHistogram) {
            checkHistogram(point, faults);
        } else {
            faults.unless(point["asDouble"_L1].isDouble() || isLong(point["asInt"_L1]),
                          u"a sum without a value"_s);
        }
    }
}

} // namespace

QStringList traceFaults(const QJsonObject &request)
{
    Faults faults;
    checkNames(request, faults);
    const QJsonArray resources = request["resourceSpans"_L1].toArray();
    faults.unless(!resources.isEmpty(), u"no resourceSpans"_s);
    for (const QJsonValue &resource : resources) {
        checkAttributes(resource["resource"_L1]["attributes"_L1], faults);
        for (const QJsonValue &scope : resource["scopeSpans"_L1].toArray()) {
            for (const QJsonValue &span : scope["spans"_L1].toArray()) {
                checkSpan(span.toObject(), faults);
            }
        }
    }
    return faults.list;
}

QStringList metricFaults(const QJsonObject &request)
{
    Faults faults;
    checkNames(request, faults);
    const QJsonArray resources = request["resourceMetrics"_L1].toArray();
    faults.unless(!resources.isEmpty(), u"no resourceMetrics"_s);
    for (const QJsonValue &resource : resources) {
        checkAttributes(resource["resource"_L1]["attributes"_L1], faults);
        for (const QJsonValue &scope : resource["scopeMetrics"_L1].toArray()) {
            for (const QJsonValue &metric : scope["metrics"_L1].toArray()) {
                checkMetric(metric.toObject(), faults);
            }
        }
    }
    return faults.list;
}

QJsonObject attributes(const QJsonValue &list)
{
    QJsonObject all;
    for (const QJsonValue &attribute : list.toArray()) {
        const QJsonObject value = attribute["value"_L1].toObject();
        const QJsonValue inner = value.begin().value();
        const bool isInteger = value.contains("intValue"_L1);
        all[attribute["key"_L1].toString()] =
            isInteger ? QJsonValue(inner.toString().toLongLong()) : inner;
    }
    return all;
}

} // namespace otlprules
