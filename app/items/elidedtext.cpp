// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedtext.h"

#include <QColor>
#include <QMouseEvent>
#include <QQuickWindow>

#include <algorithm>

namespace {

bool isSeen(const QQuickItem &item)
{
    return item.isVisible() && item.opacity() > 0;
}

/// What is painted last comes first.
QList<QQuickItem *> fromTheTop(const QQuickItem &item)
{
    QList<QQuickItem *> children = item.childItems();
    std::reverse(children.begin(), children.end());
    std::stable_sort(children.begin(),
                     children.end(),
                     [](const QQuickItem *a, const QQuickItem *b) { return a->z() > b->z(); });
    return children;
}

/// Nothing that lies below is looked at through it: a card, a menu, what dims the page.
bool covers(const QQuickItem &item)
{
    const bool isOpaque =
        item.inherits("QQuickRectangle") && item.property("color").value<QColor>().alpha() == 255;
    return isOpaque || item.parentItem()->inherits("QQuickOverlay");
}

/// The whole of what is elided, or in words what is drawn; empty for all else.
QString wholeOf(const QQuickItem &item)
{
    return item.property("truncated").toBool() ? item.property("text").toString()
                                               : item.property("inWords").toString();
}

struct Sight
{
    QQuickItem *item = nullptr;
    bool isEnd = false; ///< something lies over whatever comes next
};

Sight sightAt(const QQuickItem &below, QPointF place)
{
    for (QQuickItem *child : fromTheTop(below)) {
        const QPointF inside = below.mapToItem(child, place);
        if (!isSeen(*child) || !child->contains(inside)) {
            continue;
        }
        const Sight sight = sightAt(*child, inside);
        if (sight.isEnd) {
            return sight;
        }
        if (!wholeOf(*child).isEmpty()) {
            return {child, true};
        }
        if (covers(*child)) {
            return {nullptr, true};
        }
    }
    return {};
}

bool isEntryOfAList(const QQuickItem &item)
{
    const QQuickItem *const around = item.parentItem();
    return around != nullptr && around->parentItem() != nullptr &&
           around->parentItem()->inherits("QQuickItemView");
}

/// What the keys move: the entry that a field names as its `aim`, or the current one of a list.
QQuickItem *aimOf(QQuickItem *item)
{
    if (item == nullptr) {
        return nullptr;
    }
    const char *const name = item->inherits("QQuickItemView") ? "currentItem" : "aim";
    auto *const aim = item->property(name).value<QQuickItem *>();
    return aim != nullptr ? aim : item;
}

/// What a person takes for one thing: the entry of a list that the item is or stands in, or the
/// control. Null for a page, a dialog, a list.
QQuickItem *thingOf(QQuickItem *item)
{
    for (QQuickItem *around = item; around != nullptr; around = around->parentItem()) {
        if (isEntryOfAList(*around)) {
            return around;
        }
    }
    const bool isControl =
        item != nullptr && item->activeFocusOnTab() && !item->inherits("QQuickFlickable");
    return isControl ? item : nullptr;
}

QStringList wholesOf(const QQuickItem &item)
{
    QStringList wholes;
    if (!isSeen(item)) {
        return wholes;
    }
    if (const QString whole = wholeOf(item); !whole.isEmpty()) {
        wholes += whole;
    }
    for (const QQuickItem *child : item.childItems()) {
        wholes += wholesOf(*child);
    }
    return wholes;
}

} // namespace

void ElidedText::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change != ItemSceneChange) {
        return;
    }
    if (m_window != nullptr) {
        m_window->removeEventFilter(this);
        m_window->disconnect(this);
    }
    m_window = data.window;
    if (m_window != nullptr) {
        m_window->installEventFilter(this);
        connect(m_window, &QQuickWindow::activeFocusItemChanged, this, &ElidedText::look);
        // What is below the pointer may move, and what has the focus may change.
        connect(m_window, &QQuickWindow::afterAnimating, this, &ElidedText::look);
    }
}

bool ElidedText::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        m_pointer = static_cast<QMouseEvent *>(event)->position();
        m_usesKeys = false;
        look();
        break;
    case QEvent::Leave:
        m_pointer.reset();
        look();
        break;
    case QEvent::MouseButtonPress:
        m_usesKeys = false;
        look();
        break;
    case QEvent::KeyPress:
        m_usesKeys = true;
        break;
    default:
        break;
    }
    return false;
}

void ElidedText::look()
{
    if (m_usesKeys) {
        QQuickItem *const thing = thingOf(aimOf(m_window->activeFocusItem()));
        return tell(thing, thing == nullptr ? QString() : wholesOf(*thing).join(u'\n'));
    }
    QQuickItem *const item =
        m_pointer ? sightAt(*m_window->contentItem(), *m_pointer).item : nullptr;
    tell(item, item == nullptr ? QString() : wholeOf(*item));
}

/// Only when it is another one: the tip waits a while, and every frame tells of the pointer again.
void ElidedText::tell(QQuickItem *place, const QString &whole)
{
    QQuickItem *const told = whole.isEmpty() ? nullptr : place;
    if (told != m_place || whole != m_whole) {
        m_place = told;
        m_whole = whole;
        Q_EMIT this->told();
    }
}
