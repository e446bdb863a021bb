// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance/systemappearance.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QSettings>

#include <utility>

namespace app {

using namespace Qt::StringLiterals;

namespace {

const QString PortalService = u"org.freedesktop.portal.Desktop"_s;
const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString PortalInterface = u"org.freedesktop.portal.Settings"_s;
const QString Common = u"org.freedesktop.appearance"_s;
const QString Gnome = u"org.gnome.desktop.interface"_s;
const QString Kde = u"org.kde.kdeglobals.KDE"_s;

// The portal's documentation of org.freedesktop.appearance.
constexpr uint PrefersDark = 1;
constexpr uint PrefersLight = 2;
constexpr uint PrefersReducedMotion = 1;

/// Read() wraps its value twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

std::optional<SystemAppearance::Scheme> schemeFrom(uint value)
{
    switch (value) {
    case PrefersDark:
        return SystemAppearance::Scheme::Dark;
    case PrefersLight:
        return SystemAppearance::Scheme::Light;
    default:
        return std::nullopt;
    }
}

QStringList filesIn(const QString &folder)
{
    return {folder + u"/kdeglobals"_s,
            folder + u"/gtk-4.0/settings.ini"_s,
            folder + u"/gtk-3.0/settings.ini"_s};
}

} // namespace

SystemAppearance::SystemAppearance(QDBusConnection bus, QString folder, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_folder(std::move(folder))
{
    m_bus.connect(PortalService,
                  PortalPath,
                  PortalInterface,
                  u"SettingChanged"_s,
                  this,
                  SLOT(takeChange(QDBusMessage)));
    ask(Common, u"color-scheme"_s);
    ask(Common, u"reduced-motion"_s);
    ask(Gnome, u"enable-animations"_s);
    ask(Kde, u"AnimationDurationFactor"_s);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SystemAppearance::readFiles);
    readFiles();
}

void SystemAppearance::ask(const QString &area, const QString &key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(PortalService, PortalPath, PortalInterface, u"Read"_s);
    call << area << key;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, area, key, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) {
            takeSetting(area, key, reply.value());
        }
        answer->deleteLater();
    });
}

void SystemAppearance::takeChange(const QDBusMessage &change)
{
    const QVariantList facts = change.arguments();
    if (facts.size() == 3) {
        takeSetting(facts[0].toString(), facts[1].toString(), facts[2].value<QDBusVariant>());
    }
}

void SystemAppearance::takeSetting(const QString &area,
                                   const QString &key,
                                   const QDBusVariant &wrapped)
{
    const QVariant value = unwrapped(wrapped.variant());
    const Wishes portal = m_portal;
    const Wishes own = m_ownKeys;
    if (area == Common && key == "color-scheme"_L1) {
        m_portal.scheme = schemeFrom(value.toUInt());
    } else if (area == Common && key == "reduced-motion"_L1) {
        m_portal.reducedMotion = value.toUInt() == PrefersReducedMotion;
    } else if (area == Gnome && key == "enable-animations"_L1) {
        m_ownKeys.reducedMotion = !value.toBool();
    } else if (area == Kde && key == "AnimationDurationFactor"_L1) {
        m_ownKeys.reducedMotion = value.toDouble() == 0.0;
    }
    if (!(portal == m_portal) || !(own == m_ownKeys)) {
        Q_EMIT changed();
    }
}

SystemAppearance::Wishes SystemAppearance::fromFiles() const
{
    Wishes wishes;
    for (const QString &name : filesIn(m_folder)) {
        const QSettings file(name, QSettings::IniFormat);
        const QVariant factor = file.value(u"KDE/AnimationDurationFactor"_s);
        const QVariant animations = file.value(u"Settings/gtk-enable-animations"_s);
        const QVariant dark = file.value(u"Settings/gtk-application-prefer-dark-theme"_s);
        const QString scheme = file.value(u"General/ColorScheme"_s).toString();
        if (!wishes.reducedMotion && factor.isValid()) {
            wishes.reducedMotion = factor.toDouble() == 0.0;
        }
        if (!wishes.reducedMotion && animations.isValid()) {
            wishes.reducedMotion = !animations.toBool();
        }
        if (!wishes.scheme && !scheme.isEmpty()) {
            wishes.scheme = scheme.contains("Dark"_L1) ? Scheme::Dark : Scheme::Light;
        }
        if (!wishes.scheme && dark.isValid()) {
            wishes.scheme = dark.toBool() ? Scheme::Dark : Scheme::Light;
        }
    }
    return wishes;
}

void SystemAppearance::readFiles()
{
    for (const QString &name : filesIn(m_folder)) {
        if (QFileInfo::exists(name)) {
            m_watcher.addPath(name); // again: a file that was replaced is another one
        }
    }
    const Wishes files = fromFiles();
    if (!(std::exchange(m_files, files) == files)) {
        Q_EMIT changed();
    }
}

SystemAppearance::Scheme SystemAppearance::scheme() const
{
    return m_portal.scheme.value_or(m_files.scheme.value_or(Scheme::Unknown));
}

bool SystemAppearance::isMotionReduced() const
{
    for (const Wishes *wishes : {&m_portal, &m_ownKeys, &m_files}) {
        if (wishes->reducedMotion) {
            return *wishes->reducedMotion;
        }
    }
    return false;
}

} // namespace app
