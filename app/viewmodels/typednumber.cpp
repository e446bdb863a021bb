// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/typednumber.h"

#include "app/viewmodels/language.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct TypedNumber
{
    Q_DECLARE_TR_FUNCTIONS(TypedNumber)
};

bool hasDecimalPoint()
{
    return language::inForce().decimalPoint() == u"."_s;
}

/// A blank between digits that does not group thousands stays, and makes it no number.
QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(
        u"(?<!\\d)\\s+|\\s+(?!\\d)|(?<=\\d)\\s(?=\\d{3}(?!\\d))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    text.remove(blanks);
    const qsizetype sign = text.indexOf(u'$');
    return sign == 0 || (sign > 0 && sign == text.size() - 1) ? text.remove(sign, 1) : text;
}

core::Error noNumber(const QString &text)
{
    return {core::ErrorCode::InvalidInput,
            TypedNumber::tr("“%1” is no number.").arg(text.trimmed()),
            TypedNumber::tr("Type it like %1.").arg(typednumber::text("1234.50"))};
}

core::Error ambiguous(const QString &text)
{
    QString whole = text;
    whole.remove(u'.').remove(u',');
    return {
        core::ErrorCode::InvalidInput,
        TypedNumber::tr("“%1” may be read in two ways.").arg(text),
        TypedNumber::tr("Type %1 for thousands, or %2 for a fraction.").arg(whole, text + u'0')};
}

/// "1,234,567" with one of the signs, each before exactly three digits.
bool isGrouped(const QString &text, QChar sign)
{
    const QStringList groups = text.split(sign);
    return !groups.first().isEmpty() && groups.first().size() <= 3 &&
           std::all_of(groups.begin() + 1, groups.end(), [](const QString &group) {
               return group.size() == 3;
           });
}

QByteArray joined(const QString &whole, const QString &fraction)
{
    const QString units = whole.isEmpty() ? u"0"_s : whole;
    return (fraction.isEmpty() ? units : units + u'.' + fraction).toLatin1();
}

/// Both signs: the last one is the decimal sign and stands once.
std::optional<QByteArray> withBoth(const QString &text)
{
    const QChar last = text.lastIndexOf(u'.') > text.lastIndexOf(u',') ? u'.' : u',';
    const QChar other = last == u'.' ? u',' : u'.';
    QString whole = text.section(last, 0, 0);
    if (text.count(last) > 1 || !isGrouped(whole, other)) {
        return std::nullopt;
    }
    return joined(whole.remove(other), text.section(last, 1));
}

/// One sign before exactly three digits, which may be thousands.
bool looksGrouped(const QString &whole, const QString &fraction)
{
    return fraction.size() == 3 && !whole.isEmpty() && whole.size() <= 3 && whole[0] != u'0';
}

} // namespace

namespace typednumber {

core::Result<QByteArray> decimal(const QString &text)
{
    static const QRegularExpression form(u"^[0-9.,]*[0-9][0-9.,]*$"_s);
    const QString plain = withoutBlanks(text);
    if (!form.match(plain).hasMatch()) {
        return noNumber(text);
    }
    const qsizetype points = plain.count(u'.');
    const qsizetype commas = plain.count(u',');
    if (points > 0 && commas > 0) {
        const auto read = withBoth(plain);
        return read ? core::Result<QByteArray>(*read) : noNumber(text);
    }
    const QChar sign = points > 0 ? u'.' : u',';
    if (points + commas > 1) {
        return isGrouped(plain, sign)
                   ? core::Result<QByteArray>(QString(plain).remove(sign).toLatin1())
                   : noNumber(text);
    }
    const QString whole = plain.section(sign, 0, 0);
    const QString fraction = plain.section(sign, 1);
    if (isAmbiguous(plain)) {
        return ambiguous(plain);
    }
    const bool isThousands = sign == u',' && looksGrouped(whole, fraction);
    return isThousands ? joined(whole + fraction, {}) : joined(whole, fraction);
}

bool isAmbiguous(const QString &text)
{
    const QString plain = withoutBlanks(text);
    const qsizetype signs = plain.count(u'.') + plain.count(u',');
    const QChar sign = plain.contains(u'.') ? u'.' : u',';
    return signs == 1 && !hasDecimalPoint() &&
           looksGrouped(plain.section(sign, 0, 0), plain.section(sign, 1));
}

core::Result<core::Money> dollars(const QString &text)
{
    const auto number = decimal(text);
    if (!number.ok()) {
        return number.error();
    }
    const auto amount = core::Money::parse(*number);
    return amount.ok() ? amount : core::Result<core::Money>(noNumber(text));
}

core::Result<qint64> whole(const QString &text)
{
    const QString plain = withoutBlanks(text);
    const QString group = language::inForce().groupSeparator();
    QString digits = plain;
    for (const QChar sign : {u'.', u','}) {
        const bool groups = plain.count(sign) > 1 || group == QString(sign);
        if (plain.contains(sign) && groups && isGrouped(plain, sign)) {
            digits.remove(sign);
        }
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number < 0) {
        return core::Error{core::ErrorCode::InvalidInput,
                           TypedNumber::tr("“%1” is no whole number.").arg(text.trimmed()),
                           TypedNumber::tr("Type digits only.")};
    }
    return number;
}

bool hasUnclearComma(const QString &list)
{
    static const QRegularExpression between(u"[0-9],[0-9]"_s);
    return !hasDecimalPoint() && between.match(list).hasMatch();
}

QString text(const QByteArray &decimal)
{
    QString shown = QString::fromLatin1(decimal);
    const qsizetype point = shown.indexOf(u'.');
    if (hasDecimalPoint() || point < 0) {
        return shown;
    }
    if (looksGrouped(shown.left(point), shown.mid(point + 1))) {
        shown += u'0';
    }
    return shown.replace(point, 1, language::inForce().decimalPoint());
}

QString amount(core::Money amount, int fewest)
{
    QByteArray decimal = amount.toDecimal();
    const qsizetype point = decimal.indexOf('.');
    const qsizetype decimals = point < 0 ? 0 : decimal.size() - point - 1;
    decimal += point < 0 && fewest > 0 ? "." : "";
    return text(decimal + QByteArray(std::max<qsizetype>(fewest - decimals, 0), '0'));
}

} // namespace typednumber
