// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQuickItem>

#include <optional>

/// What is elided, or drawn (and has a text `inWords`), in its window and looked at just now: under
/// the pointer, or in what the keyboard came to. In C++, as the window's own events tell of menus
/// and dialogs as well, and as a picture in QML is a tree of which the topmost item of a place is
/// often an empty one.
class ElidedText : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *place READ place NOTIFY told FINAL) ///< below which to tell it; or null
    Q_PROPERTY(QString whole READ whole NOTIFY told FINAL)     ///< a line for each elided text

public:
    using QQuickItem::QQuickItem;

    [[nodiscard]] QQuickItem *place() const { return m_place; }
    [[nodiscard]] const QString &whole() const { return m_whole; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void told();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void look();
    void tell(QQuickItem *place, const QString &whole);

    QPointer<QQuickItem> m_place;
    QString m_whole;
    QPointer<QQuickWindow> m_window;
    std::optional<QPointF> m_pointer; ///< while it is what one looks with
    bool m_usesKeys = false;
};
