// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowlook.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHash>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlIncubationController>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// WCAG 2.2, "relative luminance".
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// As many colours of series as there were, all of them the ink of text.
QVariant drained(const QObject &colors)
{
    auto series = colors.property("series").value<QList<QColor>>();
    series.fill(colors.property("text").value<QColor>());
    return QVariant::fromValue(series);
}

/// A list makes rows ahead of those that one sees, piece by piece: what is half made has no places
/// yet.
void letRowsBeMade(QQuickWindow &window)
{
    const QQmlIncubationController *making = qmlEngine(&window)->incubationController();
    if (making == nullptr || making->incubatingObjectCount() == 0) {
        return;
    }
    const QDeadlineTimer patience(std::chrono::seconds(20));
    while (making->incubatingObjectCount() > 0 && !patience.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    static_cast<void>(window.grabWindow()); // items have their places with a frame
}

void addShown(const QQuickItem &root, QList<QQuickItem *> &items)
{
    for (QQuickItem *child : root.childItems()) {
        if (child->isVisible() && child->opacity() > 0) {
            items += child;
            addShown(*child, items);
        }
    }
}

} // namespace

namespace look {

QList<QQuickItem *> shownItems(const QQuickItem &root)
{
    letRowsBeMade(*root.window());
    QList<QQuickItem *> items;
    addShown(root, items);
    return items;
}

QQuickItem &inFront(QQuickWindow &window)
{
    QQuickItem *front = window.contentItem();
    for (QQuickItem *item : shownItems(*window.contentItem())) {
        const QByteArray kind = item->metaObject()->className();
        const bool isDialog =
            kind.startsWith("QQuickPopupItem") && !kind.contains("ToolTip") && item->height() > 60;
        if (isDialog || kind.startsWith("FirstRunView")) {
            front = item;
        }
    }
    return *front;
}

QRectF seenPart(const QQuickItem &item)
{
    const auto placeOf = [](const QQuickItem &each) {
        // A text may reach beyond its item; an empty field is larger than its text.
        const QRectF whole(0, 0, each.width(), each.height());
        return each.mapRectToScene(each.inherits("QQuickText") ? each.boundingRect() : whole);
    };
    QRectF part = placeOf(item);
    for (const QQuickItem *above = item.parentItem(); above != nullptr;
         above = above->parentItem()) {
        if (above->clip()) {
            part &= placeOf(*above);
        }
    }
    return part & QRectF(QPointF(), item.window()->size());
}

QByteArray nameOf(const QQuickItem &item)
{
    const auto kind = [](const QQuickItem *of) {
        return of == nullptr ? QString() : QString::fromLatin1(of->metaObject()->className());
    };
    return u"%1 %2 \"%3\" in %4"_s
        .arg(kind(&item),
             item.objectName(),
             item.property("text").toString(),
             kind(item.parentItem()))
        .toUtf8();
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor paper(const QImage &picture, const QRectF &part)
{
    const double scale = picture.devicePixelRatio();
    const QRect pixels =
        QRectF(part.topLeft() * scale, part.size() * scale).toAlignedRect() & picture.rect();
    QHash<QRgb, int> colors;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            ++colors[picture.pixel(x, y)];
        }
    }
    const auto most = std::max_element(colors.cbegin(), colors.cend());
    return most == colors.cend() ? QColor() : QColor(most.key());
}

QList<QQuickItem *> openers(QQuickWindow &window)
{
    QList<QQuickItem *> openers;
    for (QQuickItem *item : shownItems(inFront(window))) {
        const QByteArrayView type = item->metaObject()->className();
        const bool opensAMenu = type.startsWith("FilterChip_") || type.startsWith("ChoiceButton_");
        if (opensAMenu && item->isEnabled() && item->activeFocusOnTab()) {
            openers += item;
        }
    }
    return openers;
}

QColor ink(const QQuickItem &text, const QColor &paper)
{
    const auto color = text.property("color").value<QColor>();
    double strength = color.alphaF();
    for (const QQuickItem *each = &text; each != nullptr; each = each->parentItem()) {
        strength *= each->opacity();
    }
    const auto mixed = [strength](double over, double under) {
        return static_cast<float>(over * strength + under * (1 - strength));
    };
    return QColor::fromRgbF(mixed(color.redF(), paper.redF()),
                            mixed(color.greenF(), paper.greenF()),
                            mixed(color.blueF(), paper.blueF()));
}

Legibility legibility(QQuickWindow &window, const QQuickItem &below)
{
    constexpr double LeastOfText = 4.5;
    QImage picture = window.grabWindow();
    picture.setDevicePixelRatio(window.devicePixelRatio());
    Legibility found;
    for (const QQuickItem *each : shownItems(below)) {
        const QRectF seen = seenPart(*each);
        const bool isText = each->inherits("QQuickText") || each->inherits("QQuickTextInput") ||
                            each->inherits("QQuickTextEdit");
        const bool says = !each->property("text").toString().trimmed().isEmpty();
        if (!isText || !says || seen.width() < 4 || seen.height() < 8) {
            continue;
        }
        ++found.texts;
        const QColor behind = paper(picture, seen);
        const QColor written = ink(*each, behind);
        const double ratio = contrast(written, behind);
        if (ratio < LeastOfText) {
            found.faint += nameOf(*each) + ": " + written.name().toUtf8() + " on " +
                           behind.name().toUtf8() + " is " + QByteArray::number(ratio) + '\n';
        }
    }
    return found;
}

bool drain(QQuickWindow &window)
{
    QQmlComponent component(qmlEngine(&window));
    component.setData("import QtQuick\nimport Capstan\nQtObject {"
                      " property QtObject colors: Theme.colors }",
                      {});
    const std::unique_ptr<QObject> holder(component.create());
    auto *const colors =
        holder == nullptr ? nullptr : holder->property("colors").value<QObject *>();
    const auto become = [colors](const char *one, std::initializer_list<const char *> names) {
        return std::ranges::all_of(names, [colors, one](const char *name) {
            return colors->setProperty(name, colors->property(one));
        });
    };
    return colors != nullptr &&
           become("text", {"text2", "text3", "accent", "near", "nearFill", "over", "paused"}) &&
           become("surface", {"accentSoft", "nearSoft", "overSoft", "pausedSoft", "accentInk"}) &&
           become("surface", {"hover", "selected"}) &&
           colors->setProperty("series", drained(*colors)) &&
           become("sidebar", {"navigation", "navigationLine"}) && become("well", {"wellOn"});
}

} // namespace look
