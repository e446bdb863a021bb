// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page's files: how they are called, and who makes them.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/reports/savedfile.h"
#include "core/base/filecontent.h"

#include <limits>

using namespace Qt::StringLiterals;

void ReportsModel::save(core::ReportFormat format, const QString &ending)
{
    if (!m_answer || m_saving.isBusy()) {
        return;
    }
    const QString date = formatting::local(m_now, m_zone).date().toString(Qt::ISODate);
    const QString stem = u"capstan-%1-%2"_s.arg(QString::fromLatin1(m_answer->name), date);
    const QString path = savedfile::freePath(m_folder, stem, ending);
    m_saving.begin();
    if (m_answer->total > std::ssize(m_answer->rows)) {
        core::ReportQuery all = m_asked;
        all.limit = std::numeric_limits<qint64>::max();
        Q_EMIT fileWanted(path, format, all, m_log);
        return;
    }
    const core::Outcome saved = core::saveFile(path, core::toText(m_table.report(), format));
    if (saved.ok()) {
        m_saving.end(path);
    } else {
        m_saving.refuse(saved.error().message + u' ' + saved.error().remedy);
    }
}
