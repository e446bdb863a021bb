// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/savedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace savedfile {

QString freePath(const QString &folder, const QString &stem, const QString &ending)
{
    const QDir place(folder.isEmpty()
                         ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)
                         : folder);
    QString name = stem + u'.' + ending;
    for (int number = 2; place.exists(name); ++number) {
        name = u"%1-%2.%3"_s.arg(stem).arg(number).arg(ending);
    }
    return place.filePath(name);
}

QString save(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool isSaved = QFileInfo(path).dir().mkpath(u"."_s) && file.open(QIODevice::WriteOnly) &&
                         file.write(content) == content.size() && file.commit();
    return isSaved ? savedText(path)
                   : QCoreApplication::translate("Reports", "%1 cannot be written: %2")
                         .arg(path, file.errorString());
}

QString savedText(const QString &path)
{
    return QCoreApplication::translate("Reports", "Saved as %1").arg(path);
}

} // namespace savedfile
