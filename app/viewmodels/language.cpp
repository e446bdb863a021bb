// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Offer
{
    QLocale locale;
    QLatin1StringView code; ///< of translations/capstan_*.ts
    QStringView name;
};

const std::array<Offer, 5> &offers()
{
    static const std::array<Offer, 5> list{
        Offer{{QLocale::English, QLocale::UnitedStates}, "en"_L1, u"English"},
        Offer{{QLocale::German, QLocale::Germany}, "de"_L1, u"Deutsch"},
        Offer{{QLocale::French, QLocale::France}, "fr"_L1, u"Français"},
        Offer{{QLocale::Spanish, QLocale::Spain}, "es"_L1, u"Español"},
        Offer{{QLocale::Chinese, QLocale::China}, "zh_CN"_L1, u"简体中文"}};
    return list;
}

/// Traditional Chinese is another way to write: who wants it reads English rather.
const Offer *offerFor(const QLocale &locale)
{
    for (const Offer &offer : offers()) {
        if (offer.locale.language() == locale.language() &&
            offer.locale.script() == locale.script()) {
            return &offer;
        }
    }
    return nullptr;
}

struct InForce
{
    QLocale locale = offers().front().locale;
    std::vector<QTranslator *> translators; ///< the application's children
};

InForce &inForceNow()
{
    static InForce now;
    return now;
}

void install(const QString &file)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file)) {
        QCoreApplication::installTranslator(translator);
        inForceNow().translators.push_back(translator);
    } else {
        delete translator;
    }
}

void translateTo(const Offer &offer)
{
    for (QTranslator *translator : std::exchange(inForceNow().translators, {})) {
        delete translator;
    }
    // Qt's own words, "Cancel" and the like: a package that may be absent.
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_"_s + offer.code);
    install(u":/translations/capstan_"_s + offer.code);
}

/// English has plural forms, too: its file goes with every program.
void beginInEnglish()
{
    inForceNow().translators.clear(); // a former application took its children along
    QLocale::setDefault(inForceNow().locale);
    translateTo(*offerFor(inForceNow().locale));
}
Q_COREAPP_STARTUP_FUNCTION(beginInEnglish)

} // namespace

namespace language {

QStringList names()
{
    QStringList names;
    for (const Offer &offer : offers()) {
        names += offer.name.toString();
    }
    return names;
}

QLocale ofSystem(const QLocale &system)
{
    for (const QString &wanted : system.uiLanguages()) {
        const QLocale locale(wanted);
        const Offer *offer = locale.language() == QLocale::C ? nullptr : offerFor(locale);
        if (offer != nullptr) {
            return locale.language() == system.language() ? QLocale(system.name()) : locale;
        }
    }
    return offers().front().locale;
}

QLocale localeFor(Choice choice)
{
    return choice == Choice::System ? ofSystem()
                                    : offers().at(static_cast<std::size_t>(choice) - 1).locale;
}

bool use(const QLocale &locale)
{
    const Offer *offer = offerFor(locale);
    if (offer == nullptr || locale == inForceNow().locale) {
        return false;
    }
    inForceNow().locale = locale;
    QLocale::setDefault(locale);
    translateTo(*offer);
    return true;
}

QLocale inForce()
{
    return inForceNow().locale;
}

} // namespace language
