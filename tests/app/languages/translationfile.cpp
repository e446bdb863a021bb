// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

void readTranslation(QXmlStreamReader &xml, TranslatedText &text)
{
    text.state = xml.attributes().value("type"_L1).toString();
    QString whole;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "numerusform"_L1) {
            text.forms += xml.readElementText();
        } else if (xml.isCharacters()) {
            whole += xml.text();
        } else if (xml.isEndElement() && xml.name() == "translation"_L1) {
            break;
        }
    }
    if (!text.isPlural) {
        text.forms = {whole};
    }
}

TranslatedText readMessage(QXmlStreamReader &xml, const QString &context)
{
    TranslatedText text;
    text.context = context;
    text.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            text.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, text);
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

} // namespace

TranslationFile readTranslations(const QString &path)
{
    TranslationFile file;
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return file;
    }
    QXmlStreamReader xml(&device);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "TS"_L1) {
            file.language = xml.attributes().value("language"_L1).toString();
        } else if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            file.texts.push_back(readMessage(xml, context));
        }
    }
    return file;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : place.globalMatch(text)) {
        found += match.captured();
    }
    found.removeDuplicates();
    found.sort();
    return found;
}
