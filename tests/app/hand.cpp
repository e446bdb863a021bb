// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hand.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <utility>

namespace {

constexpr int Patience = 60'000;
/// More than any page has.
constexpr int MostStops = 300;
constexpr int MostChoices = 20;

QString spokenName(QQuickItem &item)
{
    const QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(&item);
    return face == nullptr ? QString() : face->text(QAccessible::Name);
}

bool isNamed(QQuickItem &item, const QString &name)
{
    return item.objectName() == name ||
           (item.inherits("QQuickAbstractButton") && item.property("text").toString() == name) ||
           (item.activeFocusOnTab() && spokenName(item) == name);
}

/// Those of a repeater have no QObject parent; dialogs come last, and lie on top.
QQuickItem *seenBelow(const QQuickItem &root, const QString &name)
{
    const QList<QQuickItem *> children = root.childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (!(*child)->isVisible()) {
            continue;
        }
        if (QQuickItem *const found = seenBelow(**child, name)) {
            return found;
        }
        if (isNamed(**child, name)) {
            return *child;
        }
    }
    return nullptr;
}

QPoint middleOf(const QQuickItem &item)
{
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint();
}

} // namespace

QQuickItem *Hand::find(const QString &name) const
{
    return seenBelow(*m_window.contentItem(), name);
}

bool Hand::isReady(const QString &name) const
{
    const bool ready = QTest::qWaitFor(
        [this, &name] {
            const QQuickItem *const item = find(name);
            return item != nullptr && item->isEnabled() && item->width() > 0;
        },
        Patience);
    if (!ready) {
        qWarning() << "There is no" << name;
    }
    return ready;
}

// The same in two frames: what was just shown gets its place with the next one, however long a
// busy machine takes to come to it.
QPoint Hand::restingPlace(const QString &name) const
{
    QPoint place;
    const auto rests = [this, &name, &place] {
        QSignalSpy laidOut(&m_window, &QQuickWindow::afterAnimating);
        m_window.update();
        const QQuickItem *const item = laidOut.wait() ? find(name) : nullptr;
        const QPoint now = item == nullptr ? QPoint() : middleOf(*item);
        return std::exchange(place, now) == now && !now.isNull();
    };
    return QTest::qWaitFor(rests, Patience) ? place : QPoint();
}

bool Hand::click(const QString &name)
{
    const QPoint place = isReady(name) ? restingPlace(name) : QPoint();
    if (place.isNull()) {
        return false;
    }
    ++m_effort.clicks;
    const QQuickItem *const item = find(name);
    if (!item->inherits("QQuickAbstractButton")) {
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, place);
        return true;
    }
    const QSignalSpy clicked(item, SIGNAL(clicked()));
    QTest::mouseMove(&m_window, place);
    QTest::mouseClick(&m_window, Qt::LeftButton, {}, place);
    return clicked.count() == 1;
}

// A list gives its focus to its current entry; what has no focus of its own, to what it holds.
bool Hand::hasFocus(const QString &name) const
{
    const QQuickItem *const item = find(name);
    const QQuickItem *const focused = m_window.activeFocusItem();
    return item != nullptr && focused != nullptr &&
           (item->hasActiveFocus() || (!item->activeFocusOnTab() && item->isAncestorOf(focused)));
}

bool Hand::goTo(const QString &name)
{
    if (!isReady(name)) {
        return false;
    }
    for (int stop = 0; stop < MostStops && !hasFocus(name); ++stop) {
        strike(Qt::Key_Tab);
    }
    if (!hasFocus(name)) {
        qWarning() << "Tab does not come to" << name;
    }
    return hasFocus(name);
}

bool Hand::press(const QString &name)
{
    if (!goTo(name)) {
        return false;
    }
    strike(Qt::Key_Return);
    return true;
}

void Hand::strike(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_effort.keys;
    QTest::keyClick(&m_window, key, modifiers);
}

void Hand::type(const QString &text)
{
    for (const QChar character : text) {
        ++m_effort.keys;
        QTest::keyClick(&m_window, character.toLatin1());
    }
}

bool Hand::enter(const QString &field, const QString &text)
{
    if (!QTest::qWaitFor([this, &field] { return hasFocus(field); }, Patience)) {
        qWarning() << "No focus in" << field;
        return false;
    }
    type(text);
    strike(Qt::Key_Return);
    return true;
}

bool Hand::choose(const QString &name, const QString &choice)
{
    if (!click(name)) {
        return false;
    }
    const QString entry = QStringLiteral("choice ") + choice;
    const auto isOpen = [this, &entry] {
        return find(entry) != nullptr;
    };
    if (!QTest::qWaitFor(isOpen, Patience)) {
        qWarning() << "There is no" << entry << "of" << name;
        return false;
    }
    const QQuickItem *const focus = m_window.activeFocusItem();
    if (focus != nullptr && focus->inherits("QQuickTextInput")) {
        type(choice);
    }
    return click(entry) && QTest::qWaitFor([&] { return !isOpen(); }, Patience);
}

bool Hand::enterAnew(const QString &field, const QString &text)
{
    if (!goTo(field)) {
        return false;
    }
    strike(Qt::Key_A, Qt::ControlModifier);
    return enter(field, text);
}

bool Hand::chooseAtTheEnd(const QString &name, Qt::Key towards)
{
    if (!press(name)) {
        return false;
    }
    const QQuickItem *const button = find(name);
    const auto isOpen = [this, button] {
        return m_window.activeFocusItem() != button;
    };
    if (!QTest::qWaitFor(isOpen, Patience)) {
        return false;
    }
    for (int i = 0; i < MostChoices; ++i) {
        strike(towards);
    }
    strike(Qt::Key_Return);
    return true;
}
