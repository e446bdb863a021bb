// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

/// What is wrong with the body of an OTLP/HTTP request in JSON, by the rules of
/// opentelemetry-proto's docs/specification.md that receivers insist on: ids in hex, enumerations
/// as integers, lowerCamelCase members, 64-bit integers as decimal strings, one value to an
/// attribute and each key once, ends not before beginnings, buckets that add up.
namespace otlprules {

[[nodiscard]] QStringList traceFaults(const QJsonObject &request);
[[nodiscard]] QStringList metricFaults(const QJsonObject &request);

/// A span's attributes: texts, numbers (64-bit ones too), truths and lists as they are.
[[nodiscard]] QJsonObject attributes(const QJsonValue &list);

} // namespace otlprules
