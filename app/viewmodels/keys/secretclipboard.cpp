// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/secretclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QTimer>

#include <chrono>

namespace {

/// Time enough to paste it; a secret that lies there for hours is pasted into a chat one day.
constexpr std::chrono::seconds ClipboardTime{60};

/// By its hash, so that the text does not outlive the dialog here.
QByteArray markOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

void copySecret(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(text);
    QTimer::singleShot(ClipboardTime, clipboard, [clipboard, mark = markOf(text)] {
        if (markOf(clipboard->text()) == mark) {
            clipboard->clear();
        }
    });
}
