// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/glyph.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

Glyph::Glyph(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(20, 20);
}

void Glyph::paint(QPainter *painter)
{
    QFile file(u":/icons/%1.svg"_s.arg(m_name));
    if (m_name.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QByteArray drawing = file.readAll().replace("currentColor", m_color.name().toLatin1());
    QSvgRenderer(drawing).render(painter, boundingRect());
}

void Glyph::setName(const QString &name)
{
    if (name != m_name) {
        m_name = name;
        update();
        Q_EMIT nameChanged();
    }
}

void Glyph::setColor(const QColor &color)
{
    if (color != m_color) {
        m_color = color;
        update();
        Q_EMIT colorChanged();
    }
}
