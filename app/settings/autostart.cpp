// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct AutostartTexts
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)
};

/// Quoted as the Desktop Entry Specification wants a path in Exec, whose % begins a field code.
QByteArray quoted(const QString &program)
{
    QString text = program;
    for (const QChar special : {u'\\', u'"', u'`', u'$'}) {
        text.replace(special, u'\\' + QString(special));
    }
    // The file's own reader takes one layer of backslashes away first.
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"%%"_s);
    return '"' + text.toUtf8() + '"';
}

} // namespace

Autostart::Autostart(QString program, QString folder)
    : m_program(std::move(program))
    , m_folder(std::move(folder))
{}

QString Autostart::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/autostart"_s;
}

QString Autostart::file() const
{
    return m_folder + u"/org.capstan.Capstan.desktop"_s;
}

bool Autostart::isOn() const
{
    QFile entry(file());
    if (!entry.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QList<QByteArray> lines = entry.readAll().split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

core::Outcome Autostart::set(bool on) const
{
    const core::Error impossible{core::ErrorCode::Unavailable,
                                 AutostartTexts::tr("%1 cannot be changed.").arg(file()),
                                 AutostartTexts::tr("Give this user permission to write there.")};
    if (!on) {
        return !QFile::exists(file()) || QFile::remove(file()) ? core::Outcome(core::Done{})
                                                               : core::Outcome(impossible);
    }
    QSaveFile entry(file());
    if (!QDir().mkpath(m_folder) || !entry.open(QIODevice::WriteOnly)) {
        return impossible;
    }
    entry.write("[Desktop Entry]\nType=Application\nName=Capstan\nIcon=capstan\nExec=" +
                quoted(m_program) + "\n");
    return entry.commit() ? core::Outcome(core::Done{}) : core::Outcome(impossible);
}

} // namespace app
