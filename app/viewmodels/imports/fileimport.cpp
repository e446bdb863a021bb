// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/imports/fileimport.h"

#include "app/viewmodels/reports/savedfile.h"
#include "app/viewmodels/sentences/sentences.h"

using namespace Qt::StringLiterals;

bool FileImport::isReady() const
{
    return !isBusy() && !m_preview.summary.isEmpty() && m_preview.changesSomething &&
           m_doneText.isEmpty();
}

void FileImport::look(const QString &file)
{
    if (isBusy() || file.trimmed().isEmpty()) {
        return;
    }
    clear();
    m_look.begin();
    Q_EMIT changed();
    Q_EMIT lookRequested(file.trimmed());
}

void FileImport::take(const core::Result<ImportPreview> &preview)
{
    if (!m_look.take()) {
        return;
    }
    if (preview.ok()) {
        m_preview = *preview;
    } else {
        m_errorText = sentences::of(preview.error());
    }
    Q_EMIT changed();
}

void FileImport::bringIn()
{
    if (isReady()) {
        m_importing = true;
        m_errorText.clear();
        Q_EMIT changed();
        Q_EMIT importRequested();
    }
}

void FileImport::finish(const core::Outcome &outcome)
{
    m_importing = false;
    if (outcome.ok()) {
        m_doneText = tr("Done.");
    } else {
        m_errorText = sentences::of(outcome.error());
    }
    Q_EMIT changed();
}

void FileImport::save()
{
    if (!m_preview.text.isEmpty()) {
        m_doneText =
            savedfile::save(savedfile::freePath(m_folder, u"capstan"_s, u"yaml"_s), m_preview.text);
        Q_EMIT changed();
    }
}

void FileImport::reset()
{
    m_look.forget();
    m_importing = false;
    clear();
}

void FileImport::clear()
{
    m_look.drop();
    m_preview = {};
    m_doneText.clear();
    m_errorText.clear();
    Q_EMIT changed();
}
