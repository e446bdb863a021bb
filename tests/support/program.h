// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace test {

/// The environment of this process without anything that Capstan reads, its own file included.
[[nodiscard]] QProcessEnvironment plainEnvironment();

/// One of our binaries as a child process; killed when the test is done with it.
class Program
{
public:
    /// Starts it and waits until it says "listening on", or ends.
    explicit Program(const QString &name,
                     const QStringList &arguments,
                     const QProcessEnvironment &environment = plainEnvironment());
    /// Fatal when a sanitizer found something in it: the test would see but a closed connection.
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isRunning();
    /// What it wrote to standard error so far.
    [[nodiscard]] QByteArray errorText() const;
    /// What it has of the machine's memory, in bytes; 0 when it has ended.
    [[nodiscard]] qint64 residentBytes() const;
    /// Processor time that it has used so far, in all threads.
    [[nodiscard]] qint64 processorMs() const;

    void kill();                                ///< SIGKILL, and waits
    void askToStop() { m_process.terminate(); } ///< SIGTERM
    /// Waits for the end: its exit code; -1 when it crashed or did not end.
    [[nodiscard]] int waitForEnd();
    [[nodiscard]] int stop();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace test
