// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// What to write in a program so that its calls pass through Capstan; two lines of it are new.
struct ClientCode
{
    Q_GADGET
    QML_VALUE_TYPE(clientCode)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(int markedLine MEMBER markedLine) ///< the first of the lines to change, from 0
    Q_PROPERTY(int markedCount MEMBER markedCount)

public:
    enum Kind { Python, JavaScript, Curl, Environment };

    QString text;
    int markedLine = 0;
    int markedCount = 2;
    friend bool operator==(const ClientCode &, const ClientCode &) = default;
};

/// `url` is Capstan's own, without a path; `model` only stands in curl's.
[[nodiscard]] ClientCode
clientCode(ClientCode::Kind kind, const QString &url, const QString &key, const QString &model);
