// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

#include <utility>

namespace core {

/// A credential on its way from the keychain or environment to one request header. Printed or
/// logged it is `*****`; only expose() gives the text.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray text)
        : m_text(std::move(text))
    {}

    [[nodiscard]] bool isSet() const { return !m_text.isEmpty(); }
    [[nodiscard]] const QByteArray &expose() const { return m_text; }
    [[nodiscard]] static QString masked() { return QStringLiteral("*****"); }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug debug, const Secret &) { return debug << "*****"; }

private:
    QByteArray m_text;
};

} // namespace core
