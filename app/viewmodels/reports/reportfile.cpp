// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page's files: where they go and how they are called.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/reportsmodel.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

/// "capstan-cost-2026-11-21.csv"; "-2", "-3" ... when there is one already.
QString freeName(const QDir &folder, const QString &stem, const QString &ending)
{
    QString name = stem + u'.' + ending;
    for (int number = 2; folder.exists(name); ++number) {
        name = u"%1-%2.%3"_s.arg(stem).arg(number).arg(ending);
    }
    return name;
}

} // namespace

void ReportsModel::save(const QByteArray &content, const QString &ending)
{
    const QDir folder(m_folder.isEmpty()
                          ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)
                          : m_folder);
    const QString date = formatting::local(m_now, m_zone).date().toString(Qt::ISODate);
    const QString stem = u"capstan-%1-%2"_s.arg(QString::fromLatin1(m_answer->name), date);
    const QString path = folder.filePath(freeName(folder, stem, ending));
    QSaveFile file(path);
    const bool isSaved = folder.mkpath(u"."_s) && file.open(QIODevice::WriteOnly) &&
                         file.write(content) == content.size() && file.commit();
    m_savedText = isSaved ? tr("Saved as %1").arg(path)
                          : tr("%1 cannot be written: %2").arg(path, file.errorString());
    Q_EMIT savedChanged();
}
