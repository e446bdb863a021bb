// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/shell.h"

#include "app/viewmodels/formatting.h"

#include <QStringList>

#include <utility>

void Shell::apply(const core::Snapshot &snapshot)
{
    if (std::exchange(m_running, snapshot.runningCount) != snapshot.runningCount) {
        Q_EMIT quitQuestionChanged();
    }
}

QString Shell::quitQuestion() const
{
    QStringList sentences;
    if (m_closing) {
        sentences += tr("This desktop has no tray for Capstan to go on in. Quitting stops the "
                        "proxy: programs that call it get no answer then.");
    }
    if (m_running > 0) {
        sentences += tr("%Ln call(s) is/are running. Capstan can wait until it has/they have "
                        "ended, or cut it/them now; what was used is counted either way.",
                        nullptr,
                        m_running);
    }
    return sentences.join(u' ');
}

void Shell::closeWindow()
{
    if (!m_hasTray) {
        ask(true);
        return;
    }
    Q_EMIT hideWanted();
    if (!std::exchange(m_hintGiven, true)) {
        Q_EMIT hintWanted(tr("Capstan goes on counting"),
                          tr("The window is closed, the proxy runs. Open it again, or quit, from "
                             "this icon."));
    }
}

void Shell::quit()
{
    if (m_running == 0) {
        Q_EMIT quitConfirmed(false);
        return;
    }
    ask(false);
}

void Shell::ask(bool closing)
{
    if (std::exchange(m_closing, closing) != closing) {
        Q_EMIT quitQuestionChanged();
    }
    Q_EMIT showWanted();
    Q_EMIT quitAsked();
}

void Shell::minimise()
{
    Q_EMIT minimiseWanted();
}

void Shell::confirmQuit(bool cutRunning)
{
    Q_EMIT hideWanted();
    Q_EMIT quitConfirmed(cutRunning);
}
