// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookcase.h"

#include <QRegularExpression>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

void LookCase::failOnComplaints()
{
    QTest::failOnWarning(QRegularExpression(u"qrc:|There is no"_s));
}

void LookCase::begin()
{
    m_desktop.reset();
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

QImage LookCase::restingPicture() const
{
    QImage before;
    const auto rests = [this, &before] {
        return std::exchange(before, window().grabWindow()) == window().grabWindow();
    };
    return QTest::qWaitFor(rests) ? before : QImage();
}

void LookCase::bringUp(const QString &scene, const QSize &size)
{
    window().resize(size);
    look::show(*m_desktop, scene);
    QVERIFY(!restingPicture().isNull());
}
