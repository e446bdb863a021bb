// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "privatebus.h"

#include <QDir>
#include <QFile>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 20'000;
}

PrivateBus::~PrivateBus()
{
    m_process.kill();
    m_process.waitForFinished(PatienceMs);
}

bool PrivateBus::start(const QString &folder, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    // Without the system's services: whoever asks while our keychain starts anew would start
    // another, which stays locked.
    QFile rules(QDir(folder).filePath(u"bus.conf"_s));
    const QByteArray text = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                            "<policy context='default'><allow send_destination='*'/>"
                            "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";
    if (!rules.open(QIODevice::WriteOnly) || rules.write(text) != text.size()) {
        return false;
    }
    rules.close();
    m_process.start(u"dbus-daemon"_s,
                    {u"--config-file="_s + rules.fileName(), u"--nofork"_s, u"--print-address"_s});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(PatienceMs)) {
    }
    m_address = QString::fromUtf8(m_process.readLine().trimmed());
    return !m_address.isEmpty();
}

QByteArray callOnBus(const QProcessEnvironment &session, const QStringList &words)
{
    QProcess call;
    call.setProcessEnvironment(session);
    const QStringList options{u"--session"_s, u"--print-reply"_s, u"--dest="_s + words.first()};
    call.start(u"dbus-send"_s, options + words.sliced(1));
    return call.waitForFinished(PatienceMs) && call.exitCode() == 0 ? call.readAllStandardOutput()
                                                                    : QByteArray();
}

} // namespace e2e
