// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QFileSystemWatcher>
#include <QObject>
#include <QStandardPaths>

#include <optional>

namespace app {

/// What the desktop wants of colours and motion, and when it changes its mind. Asked in this order:
/// the settings portal (org.freedesktop.appearance, then GNOME's and KDE's own keys in it), then
/// the files of KDE and GTK. Nothing is known at first: the portal answers later. GUI thread.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Unknown, Light, Dark };

    /// `folder` is where the user's configuration files stand.
    explicit SystemAppearance(
        QDBusConnection bus = QDBusConnection::sessionBus(),
        QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
        QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] bool isMotionReduced() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takeChange(const QDBusMessage &change); ///< the portal's SettingChanged

private:
    struct Wishes
    {
        std::optional<Scheme> scheme;
        std::optional<bool> reducedMotion;
        friend bool operator==(const Wishes &, const Wishes &) = default;
    };
    void ask(const QString &area, const QString &key);
    void takeSetting(const QString &area, const QString &key, const QDBusVariant &value);
    void readFiles();
    [[nodiscard]] Wishes fromFiles() const;

    QDBusConnection m_bus;
    QString m_folder;
    Wishes m_portal;  ///< of org.freedesktop.appearance
    Wishes m_ownKeys; ///< GNOME's and KDE's, in the portal
    Wishes m_files;
    QFileSystemWatcher m_watcher;
};

} // namespace app
