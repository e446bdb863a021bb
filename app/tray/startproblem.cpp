// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/startproblem.h"

#include "app/viewmodels/sentences/sentences.h"

#include <QMessageBox>
#include <QPushButton>

namespace app {

bool isAboutPort(const core::Error &error)
{
    return error.code == core::ErrorCode::Unavailable &&
           error.message.startsWith(QStringLiteral("Port "));
}

StartChoice askAboutStart(const core::Error &error)
{
    QMessageBox box;
    box.setIcon(QMessageBox::Warning);
    box.setWindowTitle(QStringLiteral("Capstan"));
    box.setText(sentences::translated(error.message));
    box.setInformativeText(sentences::translated(error.remedy));
    const QPushButton *other =
        isAboutPort(error)
            ? box.addButton(QMessageBox::tr("Use a free port"), QMessageBox::AcceptRole)
            : nullptr;
    const QPushButton *again = box.addButton(QMessageBox::tr("Try again"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::tr("Quit"), QMessageBox::RejectRole);
    box.exec();
    if (other != nullptr && box.clickedButton() == other) {
        return StartChoice::AnotherPort;
    }
    return box.clickedButton() == again ? StartChoice::TryAgain : StartChoice::Quit;
}

} // namespace app
