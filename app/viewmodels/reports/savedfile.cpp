// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/savedfile.h"

#include "app/viewmodels/sentences/sentences.h"
#include "core/base/filecontent.h"

#include <QCoreApplication>
#include <QDir>
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
    const core::Outcome saved = core::saveFile(path, content);
    return saved.ok() ? savedText(path) : sentences::of(saved.error());
}

QString savedText(const QString &path)
{
    return QCoreApplication::translate("Reports", "Saved as %1").arg(path);
}

} // namespace savedfile
