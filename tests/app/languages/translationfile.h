// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// One text of a .ts file.
struct TranslatedText
{
    QString context;
    QString source;
    QString comment;
    bool isPlural = false;
    QString state;     ///< "unfinished", "vanished", "obsolete"; empty: finished
    QStringList forms; ///< one, or as many as the language has plural forms

    /// What makes it the same text in every language.
    [[nodiscard]] QString id() const { return context + u'|' + source + u'|' + comment; }
};

struct TranslationFile
{
    QString language;
    std::vector<TranslatedText> texts;
};

/// Empty of texts when it cannot be read.
[[nodiscard]] TranslationFile readTranslations(const QString &path);

/// "%1", "%L2" and "%n" of a text, sorted, each once.
[[nodiscard]] QStringList placeholders(const QString &text);
