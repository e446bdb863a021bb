// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/filesaving.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/savedfile.h"
#include "app/viewmodels/sentences/sentences.h"

FileSaving::FileSaving(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(SlowAfter);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = m_busy;
        Q_EMIT changed();
    });
}

void FileSaving::begin()
{
    stop({}, false);
    m_busy = true;
    m_rows = 0;
    m_patience.start();
    Q_EMIT changed();
}

void FileSaving::setRows(qint64 rows)
{
    if (m_busy && rows != m_rows) {
        m_rows = rows;
        Q_EMIT changed();
    }
}

void FileSaving::end(const QString &path)
{
    if (m_busy) {
        stop(savedfile::savedText(path), false);
        Q_EMIT changed();
    }
}

void FileSaving::refuse(const QString &why)
{
    if (m_busy) {
        stop(sentences::translated(why), true);
        Q_EMIT changed();
    }
}

void FileSaving::cancel()
{
    if (m_busy) {
        stop(tr("Cancelled. No file was saved."), false);
        Q_EMIT cancelWanted();
        Q_EMIT changed();
    }
}

void FileSaving::clear()
{
    if (!m_busy) {
        stop({}, false);
        Q_EMIT changed();
    }
}

QString FileSaving::progressText() const
{
    if (m_rows == 0) {
        return tr("Saving…");
    }
    return tr("Saving, %Ln request(s) so far…", nullptr, formatting::countable(m_rows));
}

void FileSaving::stop(const QString &text, bool failed)
{
    m_patience.stop();
    m_busy = false;
    m_slow = false;
    m_failed = failed;
    m_text = text;
}
