// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The log as a file: which calls, and how it is called.
#include "app/viewmodels/activity/activitymodel.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/savedfile.h"

using namespace Qt::StringLiterals;

void ActivityModel::saveCsv()
{
    save(core::ReportFormat::Csv, u"csv"_s);
}

void ActivityModel::saveJson()
{
    save(core::ReportFormat::Json, u"json"_s);
}

void ActivityModel::save(core::ReportFormat format, const QString &ending)
{
    if (m_saving.isBusy()) {
        return;
    }
    m_saving.begin();
    const QString date = formatting::local(m_now, m_zone).date().toString(Qt::ISODate);
    const QString path = savedfile::freePath(m_folder, u"capstan-log-"_s + date, ending);
    Q_EMIT fileWanted(path, format, filter());
}
