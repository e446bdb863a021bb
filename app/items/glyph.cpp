// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/glyph.h"

#include <QCache>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// All icons in all inks of both themes are fewer; beyond it the one that was drawn longest ago
/// goes.
constexpr int MostDrawings = 256;

/// The icon in this ink, read once: a log that moves on asks for dozens at once, and reading one
/// again takes ten times as long as drawing it. One keeper for each thread that renders a window.
QSvgRenderer *drawingOf(const QString &name, const QColor &color)
{
    thread_local QCache<std::pair<QString, QRgb>, QSvgRenderer> kept(MostDrawings);
    const std::pair key(name, color.rgb());
    if (QSvgRenderer *known = kept.object(key)) {
        return known;
    }
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    auto *drawing =
        new QSvgRenderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    kept.insert(key, drawing);
    return drawing;
}

} // namespace

Glyph::Glyph(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(20, 20);
}

void Glyph::paint(QPainter *painter)
{
    if (QSvgRenderer *drawing = m_name.isEmpty() ? nullptr : drawingOf(m_name, m_color)) {
        drawing->render(painter, boundingRect());
    }
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
