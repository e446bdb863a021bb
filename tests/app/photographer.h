// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"
#include "windowpage.h"

#include "app/desktop.h"

#include <QDir>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTimer>

/// The pictures' time stands still.
class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

inline void settle(std::chrono::milliseconds time = std::chrono::milliseconds(120))
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The five minutes that led to the sample's afternoon.
inline void playHistory(ControlCentre &centre)
{
    constexpr int Seconds = 300;
    for (int seconds = Seconds; seconds > 0; --seconds) {
        centre.apply(sample::earlier(seconds));
    }
    centre.apply(sample::snapshot());
}

/// Saves what a window shows as PNG files in one folder.
class Photographer
{
public:
    Photographer(Desktop &desktop, const QDir &folder)
        : m_desktop(desktop)
        , m_folder(folder)
    {}
    [[nodiscard]] bool take(const QString &name, int page)
    {
        showPage(*m_desktop.window(), page);
        settle();
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        constexpr int Smallest = 0; // of PNG's quality: the same picture, packed harder
        return m_desktop.window()->grabWindow().save(path, "PNG", Smallest);
    }

private:
    Desktop &m_desktop;
    QDir m_folder;
};

/// Every report there is a picture of, an invoice, and filters that have no place of their own.
[[nodiscard]] bool takeReports(Desktop &desktop, const QDir &folder, const QString &suffix);
/// What a file would bring, and what is muted, each in its dialog.
[[nodiscard]] bool takeFiles(Desktop &desktop, const QDir &folder, const QString &suffix);
/// What stands over every page.
[[nodiscard]] bool takeDialogs(Desktop &desktop, const QDir &folder, const QString &suffix);

/// One picture of each page, dark and light, for the README.
[[nodiscard]] bool takeTour(const QDir &folder);
