// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/credentialindex.h"

#include "core/credentials/credentialname.h"

#include <QDateTime>
#include <QSettings>
#include <QStandardPaths>

#include <utility>

namespace app {
using namespace Qt::StringLiterals;

namespace {
constexpr auto Group = "kept_in_keychain"_L1;

bool save(QSettings &settings)
{
    settings.sync();
    return settings.status() == QSettings::NoError;
}
} // namespace

CredentialIndex::CredentialIndex(QString file)
    : m_file(std::move(file))
{}

QString CredentialIndex::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/capstan/credentials.ini"_s;
}

QByteArrayList CredentialIndex::names() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(Group);
    QByteArrayList names;
    for (const QString &key : settings.allKeys()) {
        if (core::credentials::isName(key.toUtf8())) {
            names.append(key.toUtf8());
        }
    }
    return names;
}

bool CredentialIndex::add(const QByteArray &name)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(Group);
    settings.setValue(QString::fromUtf8(name),
                      QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    return save(settings);
}

bool CredentialIndex::remove(const QByteArray &name)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(Group);
    settings.remove(QString::fromUtf8(name));
    return save(settings);
}

} // namespace app
