// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/imports/fileimport.h"

#include "app/viewmodels/reports/savedfile.h"
#include "app/viewmodels/sentences/sentences.h"

#include <utility>

using namespace Qt::StringLiterals;

bool FileImport::isReady() const
{
    return !m_busy && !m_preview.summary.isEmpty() && m_preview.changesSomething &&
           m_doneText.isEmpty();
}

void FileImport::look(const QString &file)
{
    if (m_busy || file.trimmed().isEmpty()) {
        return;
    }
    clear();
    m_busy = m_looking = true;
    Q_EMIT changed();
    Q_EMIT lookRequested(file.trimmed());
}

void FileImport::take(const core::Result<ImportPreview> &preview)
{
    if (m_abandoned > 0) {
        --m_abandoned;
        return;
    }
    m_busy = m_looking = false;
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
        m_busy = true;
        m_errorText.clear();
        Q_EMIT changed();
        Q_EMIT importRequested();
    }
}

void FileImport::finish(const core::Outcome &outcome)
{
    m_busy = false;
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
    m_busy = m_looking = false;
    m_abandoned = 0;
    clear();
}

void FileImport::clear()
{
    if (std::exchange(m_looking, false)) {
        m_busy = false;
        ++m_abandoned;
    }
    m_preview = {};
    m_doneText.clear();
    m_errorText.clear();
    Q_EMIT changed();
}
