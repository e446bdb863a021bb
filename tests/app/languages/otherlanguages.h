// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/language.h"
#include "app/viewmodels/sentences/sentences.h"
#include "core/base/result.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

/// All but English, in which core and proxy speak.
inline constexpr std::array OtherLanguages{language::Choice::German,
                                           language::Choice::French,
                                           language::Choice::Spanish,
                                           language::Choice::Chinese};

/// "A was wrong. Do B." is two.
inline QStringList sentencesIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("(?<=[.?]) (?=[A-Z%])"));
    return text.split(between, Qt::SkipEmptyParts);
}

/// In every other language: none of its sentences stays as it is.
inline void verifyIsTranslated(const QString &english)
{
    for (const language::Choice choice : OtherLanguages) {
        language::use(language::localeFor(choice));
        const QString said = sentences::translated(english);
        for (const QString &part : sentencesIn(english)) {
            QVERIFY2(!said.contains(part), qPrintable(part + QStringLiteral(" in: ") + said));
        }
    }
}

inline void verifyIsTranslated(const core::Error &error)
{
    verifyIsTranslated(error.message);
    verifyIsTranslated(error.remedy);
}
