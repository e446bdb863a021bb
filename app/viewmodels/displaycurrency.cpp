// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/displaycurrency.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/typednumber.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct Currencies
{
    Q_DECLARE_TR_FUNCTIONS(Currencies)
};

/// Signs that mean one currency only, by CLDR; all others are named by their code.
struct Sign
{
    const char *code;
    QStringView text;
};
constexpr std::array Signs{Sign{"USD", u"$"},
                           Sign{"EUR", u"€"},
                           Sign{"GBP", u"£"},
                           Sign{"JPY", u"¥"},
                           Sign{"CNY", u"CN¥"},
                           Sign{"INR", u"₹"},
                           Sign{"KRW", u"₩"},
                           Sign{"BRL", u"R$"},
                           Sign{"CAD", u"CA$"},
                           Sign{"AUD", u"A$"},
                           Sign{"ILS", u"₪"},
                           Sign{"VND", u"₫"}};

/// Its own people write the yuan with the sign that the yen has elsewhere.
QString signOf(const QByteArray &code, const QLocale &locale)
{
    const bool isInChina = locale.territory() == QLocale::China;
    if (isInChina && code == "CNY") {
        return u"¥"_s;
    }
    if (isInChina && code == "JPY") {
        return u"JP¥"_s;
    }
    for (const Sign &sign : Signs) {
        if (code == sign.code) {
            return sign.text.toString();
        }
    }
    return QString::fromLatin1(code);
}

/// What stands round the figures of an amount.
struct Form
{
    QString sign;
    QString before;
    QString behind;
    [[nodiscard]] QString of(const QString &number) const { return before + number + behind; }
};

struct InForce
{
    std::optional<core::DisplayCurrency> currency;
    QLocale locale{QLocale::C};
    Form form;
    Form dollars;
};

/// By an amount that the locale writes itself.
Form formOf(const QByteArray &code, const QLocale &locale)
{
    Form form;
    form.sign = signOf(code, locale);
    const QString sample = locale.toCurrencyString(1.0, form.sign, 0);
    const qsizetype figure = sample.indexOf(u'1');
    form.before = figure < 0 ? form.sign : sample.left(figure);
    form.behind = figure < 0 ? QString() : sample.mid(figure + 1);
    if (!form.before.isEmpty() && form.before.back().isLetter()) {
        form.before += u'\u00A0'; // "CHF 5", not "CHF5"
    }
    return form;
}

InForce &inForceNow()
{
    static InForce now;
    return now;
}

/// As the language of now writes it.
const InForce &formsNow()
{
    InForce &now = inForceNow();
    if (now.locale != language::inForce() || now.form.sign.isEmpty()) {
        now.locale = language::inForce();
        now.form = formOf(displaycurrency::code(), now.locale);
        now.dollars = formOf("USD", now.locale);
    }
    return now;
}

} // namespace

namespace displaycurrency {

bool use(const std::optional<core::DisplayCurrency> &currency)
{
    InForce &now = inForceNow();
    if (now.currency == currency) {
        return false;
    }
    now.currency = currency;
    now.form.sign.clear();
    return true;
}

const std::optional<core::DisplayCurrency> &inForce()
{
    return inForceNow().currency;
}

QByteArray code()
{
    return inForce() ? inForce()->code() : "USD"_ba;
}

QString sign()
{
    return formsNow().form.sign;
}

int decimals()
{
    return inForce() ? inForce()->decimals() : 2;
}

core::Money shown(core::Money dollars)
{
    return inForce() ? inForce()->shown(dollars) : dollars;
}

qint64 shown(core::Money dollars, int decimals)
{
    if (inForce()) {
        return inForce()->shown(dollars, decimals);
    }
    qint64 unit = core::Money::NanosPerDollar;
    for (int i = 0; i < decimals; ++i) {
        unit /= 10;
    }
    const qint64 quotient = dollars.nanos() / unit;
    const qint64 rest = dollars.nanos() % unit;
    return rest >= unit - unit / 2    ? quotient + 1
           : -rest >= unit - unit / 2 ? quotient - 1
                                      : quotient;
}

core::Money dollars(core::Money units)
{
    return inForce() ? inForce()->dollars(units) : units;
}

QString marked(const QString &number)
{
    return formsNow().form.of(number);
}

QString markedDollars(const QString &number)
{
    return formsNow().dollars.of(number);
}

QString withoutSign(const QString &typed)
{
    QString text = typed.trimmed();
    for (const QString &sign : {formsNow().form.sign, QString::fromLatin1(code())}) {
        if (text.startsWith(sign, Qt::CaseInsensitive)) {
            return text.sliced(sign.size());
        }
        if (text.endsWith(sign, Qt::CaseInsensitive)) {
            return text.chopped(sign.size());
        }
    }
    return text;
}

QString note()
{
    if (!inForce()) {
        return {};
    }
    const QString rate = typednumber::text(inForce()->unitsPerDollar().toDecimal());
    const QString name = QString::fromLatin1(code());
    const QString date = formatting::isoDay(inForce()->rateDate().toString(Qt::ISODate));
    return date.isEmpty() ? Currencies::tr("1 USD = %1 %2, fixed").arg(rate, name)
                          : Currencies::tr("1 USD = %1 %2, fixed on %3").arg(rate, name, date);
}

} // namespace displaycurrency
