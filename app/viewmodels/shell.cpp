// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/shell.h"

#include "app/viewmodels/formatting.h"

#include <utility>

void Shell::apply(const core::Snapshot &snapshot)
{
    if (std::exchange(m_running, snapshot.runningCount) != snapshot.runningCount) {
        Q_EMIT quitQuestionChanged();
    }
}

QString Shell::quitQuestion() const
{
    return tr("%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut "
              "it/them now; what was used is counted either way.",
              nullptr,
              m_running);
}

void Shell::closeWindow()
{
    if (!m_hasTray) {
        quit();
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
    Q_EMIT showWanted();
    Q_EMIT quitAsked();
}

void Shell::confirmQuit(bool cutRunning)
{
    Q_EMIT hideWanted();
    Q_EMIT quitConfirmed(cutRunning);
}
