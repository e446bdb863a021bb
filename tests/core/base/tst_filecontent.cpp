// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filecontent.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TstFileContent : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString written(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(u"some.txt"_s));
        const bool ok = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return ok ? file.fileName() : QString();
    }

private Q_SLOTS:
    void readsTheWhole()
    {
        QCOMPARE(*core::fileContent(written("abc\0def"_ba), 100), "abc\0def"_ba);
        QCOMPARE(*core::fileContent(written(""), 0), ""_ba);
    }

    void readsNoLargerOne()
    {
        QVERIFY(core::fileContent(written(QByteArray(3'000'000, 'x')), 3'000'000).ok());
        const auto larger = core::fileContent(written(QByteArray(3'000'001, 'x')), 3'000'000);
        QVERIFY(!larger.ok());
        QVERIFY2(
            larger.error().message.endsWith(u"some.txt has more than 3 MB, and is not read."_s),
            qPrintable(larger.error().message));
        // Has no size, and no end.
        QCOMPARE(core::fileContent(u"/dev/zero"_s, 10).error().code, core::ErrorCode::InvalidInput);
    }

    void saysWhyOneCannotBeRead()
    {
        const auto none = core::fileContent(m_folder.filePath(u"none.txt"_s), 10);
        QCOMPARE(none.error().code, core::ErrorCode::NotFound);
        QVERIFY2(none.error().message.contains(u"none.txt cannot be read: No such file"_s),
                 qPrintable(none.error().message));
        const auto folder = core::fileContent(m_folder.path(), 10);
        QVERIFY2(folder.error().message.contains(u"directory"_s, Qt::CaseInsensitive),
                 qPrintable(folder.error().message));
    }
};

QTEST_GUILESS_MAIN(TstFileContent)
#include "tst_filecontent.moc"
