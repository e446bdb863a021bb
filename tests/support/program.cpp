// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QFile>

#include <unistd.h>

namespace test {
using namespace Qt::StringLiterals;

namespace {
/// Only a broken program takes so long, also on a busy machine and under a sanitizer.
constexpr int PatienceMs = 30'000;

/// What a sanitizer says before it ends a program; UBSan's line begins with the place.
bool isFinding(QByteArrayView errorText)
{
    return errorText.contains("Sanitizer: ") || errorText.contains(": runtime error: ");
}
} // namespace

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("VLLM_"_L1) || name.startsWith("BUDGET_"_L1) ||
            name.startsWith("CAPSTAN_"_L1) || name.startsWith("LANGFUSE_"_L1) ||
            name.startsWith("HELICONE_"_L1) || name.startsWith("OTEL_"_L1) ||
            name == "TELEMETRY_PATH"_L1 || name == "DECISIONS_PATH"_L1 ||
            name == "DATABASE_URL"_L1 || name == "LLM_PROXY_SECRET"_L1) {
            environment.remove(name);
        }
    }
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    return environment;
}

Program::Program(const QString &name,
                 const QStringList &arguments,
                 const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_folder.filePath(u"stderr"_s));
    m_process.start(QStringLiteral(CAPSTAN_BINARY_DIR) + u'/' + name, arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(PatienceMs)) {
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (line.startsWith("listening on http")) {
        m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    }
}

Program::~Program()
{
    kill();
    if (const QByteArray said = errorText(); isFinding(said)) {
        qFatal("A sanitizer ended %s:\n%s", qPrintable(m_process.program()), said.constData());
    }
}

bool Program::isRunning()
{
    m_process.waitForFinished(0);
    return m_process.state() == QProcess::Running;
}

QByteArray Program::errorText() const
{
    QFile file(m_folder.filePath(u"stderr"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 Program::residentBytes() const
{
    QFile file(u"/proc/%1/statm"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

qint64 Program::processorMs() const
{
    QFile file(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    // Fields 14 and 15 of proc(5), counted after the name, which may hold blanks.
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int User = 14 - 3;
    const qint64 ticks = fields.value(User).toLongLong() + fields.value(User + 1).toLongLong();
    return ticks * 1'000 / ::sysconf(_SC_CLK_TCK);
}

void Program::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(PatienceMs);
    }
}

int Program::waitForEnd()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(PatienceMs)) {
        kill();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

int Program::stop()
{
    askToStop();
    return waitForEnd();
}

} // namespace test
