// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page's files: how they are called.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/reports/savedfile.h"

using namespace Qt::StringLiterals;

void ReportsModel::save(const QByteArray &content, const QString &ending)
{
    const QString date = formatting::local(m_now, m_zone).date().toString(Qt::ISODate);
    const QString stem = u"capstan-%1-%2"_s.arg(QString::fromLatin1(m_answer->name), date);
    m_savedText = savedfile::save(savedfile::freePath(m_folder, stem, ending), content);
    Q_EMIT savedChanged();
}
