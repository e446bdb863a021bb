// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/trayicon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QTimer>

#include <cmath>
#include <numbers>

namespace app {

namespace {
using Kind = TrayState::Kind;

/// Drawn on a grid of 22 units, which is what most trays show, and larger for those that scale.
constexpr qreal Grid = 22;
constexpr int Sides[] = {22, 32, 44, 64};
constexpr qreal Stroke = 1.8;

void drawWheel(QPainter &painter, bool hollow)
{
    constexpr QPointF Middle{11, 11};
    constexpr qreal Radius = 5.6;
    constexpr qreal Tip = 9.6;
    constexpr int Spokes = 8;
    painter.drawEllipse(Middle, Radius, Radius);
    for (int spoke = 0; spoke < Spokes; ++spoke) {
        const qreal angle = spoke * 2 * std::numbers::pi / Spokes;
        const QPointF way(std::cos(angle), std::sin(angle));
        painter.drawLine(Middle + (hollow ? Radius + 1.6 : Radius) * way, Middle + Tip * way);
    }
}

void drawSign(QPainter &painter, Kind kind)
{
    const QBrush solid(painter.pen().color());
    switch (kind) {
    case Kind::Calm:
        painter.setBrush(solid);
        painter.drawEllipse(QPointF(11, 11), 1.2, 1.2);
        return;
    case Kind::Near:
        painter.setBrush(solid);
        painter.drawPolygon(QPolygonF({{11, 8.4}, {13.6, 13}, {8.4, 13}}));
        return;
    case Kind::Over:
        painter.fillRect(QRectF(7.6, 9.9, 6.8, 2.2), solid);
        return;
    case Kind::Paused:
        painter.fillRect(QRectF(8.7, 8.2, 1.6, 5.6), solid);
        painter.fillRect(QRectF(11.7, 8.2, 1.6, 5.6), solid);
        return;
    case Kind::Down:
        painter.drawLine(QPointF(8.9, 8.9), QPointF(13.1, 13.1));
        painter.drawLine(QPointF(13.1, 8.9), QPointF(8.9, 13.1));
        return;
    }
}
} // namespace

QColor trayColor(Kind kind)
{
    // Between the window's light and dark ones: a panel may be either, whatever the palette says.
    switch (kind) {
    case Kind::Calm:
        break;
    case Kind::Near:
        return {0xe0, 0x9f, 0x1f};
    case Kind::Over:
    case Kind::Down:
        return {0xe5, 0x5b, 0x3c};
    case Kind::Paused:
        return {0x7f, 0x86, 0xe8};
    }
    return QGuiApplication::palette().color(QPalette::WindowText);
}

QIcon trayPicture(Kind kind, const QColor &color)
{
    QIcon icon;
    for (const int side : Sides) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(side / Grid, side / Grid);
        painter.setPen(QPen(color, Stroke, Qt::SolidLine, Qt::RoundCap));
        drawWheel(painter, kind == Kind::Down);
        drawSign(painter, kind);
        icon.addPixmap(picture);
    }
    return icon;
}

TrayIcon::TrayIcon(const TrayState &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
    build();
    m_icon.setContextMenu(&m_menu);
    connect(&m_state, &TrayState::changed, this, &TrayIcon::refresh);
    connect(&m_icon,
            &QSystemTrayIcon::activated,
            this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger) {
                    Q_EMIT openWanted();
                }
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openWanted);
    refresh();
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, m_icon.icon());
}

void TrayIcon::build()
{
    m_stateLine = m_menu.addAction(QString());
    m_stateLine->setEnabled(false);
    m_menu.addSeparator(); // shown between lines only
    for (QAction *&line : m_nearest) {
        line = m_menu.addAction(QString());
        connect(line, &QAction::triggered, this, &TrayIcon::openWanted);
    }
    m_nearestEnd = m_menu.addSeparator();
    m_pause = m_menu.addAction(QString());
    connect(m_pause, &QAction::triggered, this, [this] {
        Q_EMIT pauseAllWanted(m_pause->data().toBool());
    });
    connect(m_menu.addAction(tr("Open Capstan")), &QAction::triggered, this, &TrayIcon::openWanted);
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitWanted);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        fill(); // some panels never say that they have closed it
        m_isOpen = true;
    });
    connect(&m_menu, &QMenu::aboutToHide, this, [this] {
        m_isOpen = false;
        // Afterwards: a menu hides before it does what was picked, which is what was read on it.
        QTimer::singleShot(0, this, &TrayIcon::fill);
    });
}

void TrayIcon::refresh()
{
    m_icon.setIcon(trayPicture(m_state.kind(), trayColor(m_state.kind())));
    const QString state = m_state.stateText();
    m_icon.setToolTip(state.isEmpty() ? m_state.toolTip() : state + u'\n' + m_state.toolTip());
    if (!m_isOpen) {
        fill();
    }
}

void TrayIcon::fill()
{
    m_stateLine->setText(m_state.stateText());
    m_stateLine->setVisible(!m_state.stateText().isEmpty());
    const QStringList &nearest = m_state.nearest();
    for (qsizetype i = 0; i < std::ssize(m_nearest); ++i) {
        m_nearest[static_cast<std::size_t>(i)]->setText(nearest.value(i));
        m_nearest[static_cast<std::size_t>(i)]->setVisible(i < nearest.size());
    }
    m_nearestEnd->setVisible(!nearest.isEmpty());
    // What the line says is what it does, also when the state has changed since.
    m_pause->setData(!m_state.isPausedAll());
    m_pause->setText(m_state.isPausedAll() ? tr("Resume all") : tr("Pause all"));
}

} // namespace app
