// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
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

/// Whether both are the same, in a time that depends on their lengths only: how long a comparison
/// takes must not tell how much was right.
[[nodiscard]] inline bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size()) {
        return false;
    }
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= a.at(i) ^ b.at(i);
    }
    return difference == 0;
}

} // namespace core
