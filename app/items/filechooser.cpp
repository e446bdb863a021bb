// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filechooser.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QWindow>

using namespace Qt::StringLiterals;

void FileChooser::open()
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) == nullptr) {
        return;
    }
    auto *const dialog = new QFileDialog(nullptr, m_title, m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_suggestion.isEmpty()) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it writes over another
        dialog->selectFile(m_suggestion);
    }
    dialog->setNameFilters({u"%1 (%2)"_s.arg(m_kind, m_pattern), tr("All files (*)")});
    dialog->setWindowModality(Qt::ApplicationModal);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        Q_EMIT chosen(QFileInfo(file).absoluteFilePath());
    });
    QWindow *const owner = QGuiApplication::focusWindow();
    dialog->winId(); // makes its window, which is to stay above the one that asks
    dialog->windowHandle()->setTransientParent(owner);
    dialog->open();
}
