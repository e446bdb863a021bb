// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processwatch.h"

#include <QByteArrayList>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

static QByteArray procFile(qint64 process, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double ProcessWatch::busySeconds() const
{
    double ticks = 0;
    for (const qint64 process : m_processes) {
        const QByteArray stat = procFile(process, u"stat"_s);
        // After the name, which may hold blanks: state is field 3, utime 14, stime 15.
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
    }
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double ProcessWatch::residentMegabytes() const
{
    double kibibytes = 0;
    for (const qint64 process : m_processes) {
        const QByteArray status = procFile(process, u"status"_s);
        const qsizetype at = status.indexOf("VmRSS:");
        if (at >= 0) {
            kibibytes += status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toDouble();
        }
    }
    return kibibytes * 1'024 / 1e6;
}

} // namespace bench
