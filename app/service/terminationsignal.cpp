// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/terminationsignal.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace app {

namespace {

sigset_t signalSet()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

void TerminationSignal::block()
{
    const sigset_t signals = signalSet();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// Blocked everywhere, so that only the descriptor hears of them (signalfd(2)).
TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    block();
    const sigset_t signals = signalSet();
    m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info;
        while (read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        }
        Q_EMIT received();
    });
}

TerminationSignal::~TerminationSignal()
{
    m_notifier->setEnabled(false);
    close(m_descriptor);
}

} // namespace app
