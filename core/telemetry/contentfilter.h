// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/contentrules.h"

#include <QJsonValue>

namespace core {

/// Makes of what was said what one destination may have of it:
///  1. images, sound, files and other long data are replaced by a mark with their size;
///  2. values of the named members, and what the patterns match, by "[redacted]", also within text
///     that is JSON itself, as the arguments of tools are;
///  3. what is beyond the size is cut, each text whole before it is cut, so that no half of a
///     secret stays.
/// Fails closed: a text that a pattern cannot be tried on is left out.
class ContentFilter
{
public:
    /// `rules` outlive it.
    explicit ContentFilter(const ContentRules &rules);

    /// JSON text of about the rules' size at most; empty for undefined and null.
    [[nodiscard]] QByteArray filtered(const QJsonValue &said);

private:
    [[nodiscard]] QJsonValue value(const QJsonValue &said, int depth);
    [[nodiscard]] QJsonValue object(const QJsonObject &said, int depth);
    [[nodiscard]] QJsonValue list(const QJsonArray &said, int depth);
    [[nodiscard]] QString text(const QString &said, int depth);
    [[nodiscard]] QString redacted(QString said) const;
    [[nodiscard]] QString cut(const QString &said);
    [[nodiscard]] bool isKey(const QString &name) const;

    const ContentRules &m_rules;
    qint64 m_left = 0; ///< bytes
};

} // namespace core
