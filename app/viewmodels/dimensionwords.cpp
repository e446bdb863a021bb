// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/dimensionwords.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <array>

namespace {

struct Word
{
    const char *one;
    const char *several;
};

constexpr std::array<Word, core::DimensionCount> Words{
    Word{QT_TRANSLATE_NOOP("Dimensions", "tenant"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln tenant(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "agent"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln agent(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "user"), QT_TRANSLATE_N_NOOP("Dimensions", "%Ln user(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "key"), QT_TRANSLATE_N_NOOP("Dimensions", "%Ln key(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "feature"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln feature(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "experiment"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln experiment(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "namespace"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln namespace(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "team"), QT_TRANSLATE_N_NOOP("Dimensions", "%Ln team(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "provider"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln provider(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "model"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln model(s)")},
    Word{QT_TRANSLATE_NOOP("Dimensions", "route"),
         QT_TRANSLATE_N_NOOP("Dimensions", "%Ln route(s)")}};

const Word &wordOf(core::Dimension dimension)
{
    return Words.at(static_cast<std::size_t>(dimension));
}

} // namespace

namespace dimensionwords {

QString name(core::Dimension dimension)
{
    return QCoreApplication::translate("Dimensions", wordOf(dimension).one);
}

QStringList names()
{
    QStringList names;
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        names += name(static_cast<core::Dimension>(i));
    }
    return names;
}

QString counted(core::Dimension dimension, qint64 number)
{
    return QCoreApplication::translate(
        "Dimensions", wordOf(dimension).several, nullptr, formatting::countable(number));
}

} // namespace dimensionwords
