// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "withoutcolourcase.h"

int WithoutColourCase::difference(const QImage &a, const QImage &b)
{
    constexpr int Visible = 40;
    if (a.size() != b.size()) {
        return a.width() * a.height();
    }
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(one) - qRed(other)),
                                       std::abs(qGreen(one) - qGreen(other)),
                                       std::abs(qBlue(one) - qBlue(other))});
            pixels += most > Visible ? 1 : 0;
        }
    }
    return pixels;
}

QQuickItem *WithoutColourCase::shown(const QString &type) const
{
    for (QQuickItem *each : look::shownItems(*window().contentItem())) {
        const bool isIt =
            each->objectName() == type ||
            QString::fromLatin1(each->metaObject()->className()).startsWith(type + u'_');
        if (isIt && !look::seenPart(*each).isEmpty()) {
            return each;
        }
    }
    return nullptr;
}

QImage WithoutColourCase::pictureOf(const QString &type) const
{
    const QImage picture = restingPicture();
    const QQuickItem *const item = shown(type);
    return item == nullptr ? QImage() : picture.copy(look::seenPart(*item).toAlignedRect());
}

QImage WithoutColourCase::pictureOf(const QQuickItem &item) const
{
    return restingPicture().copy(look::seenPart(item).toAlignedRect());
}
