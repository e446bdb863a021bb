// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/billing/invoicepdf.h"

#include "core/reports/periods.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <array>
#include <memory>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// Of the page, in points: 1/72 inch.
constexpr int Resolution = 72;
constexpr int Margin = 50;
constexpr int LineHeight = 16;
constexpr int TextSize = 9;
constexpr int TitleSize = 20;

struct Column
{
    QLatin1StringView title;
    int width; ///< points; together the width of A4 without its margins: 495
    Qt::Alignment side;
};
constexpr std::array<Column, 6> Columns{Column{"Model"_L1, 175, Qt::AlignLeft},
                                        Column{"Requests"_L1, 55, Qt::AlignRight},
                                        Column{"Tokens in"_L1, 65, Qt::AlignRight},
                                        Column{"Tokens out"_L1, 65, Qt::AlignRight},
                                        Column{"Cost (USD)"_L1, 65, Qt::AlignRight},
                                        Column{"Amount (USD)"_L1, 70, Qt::AlignRight}};

QString day(core::Time time)
{
    return QString::fromLatin1(core::isoText(time));
}

QString dollars(core::Money money)
{
    return QString::fromLatin1(money.toDecimal());
}

QString nameOf(const core::InvoiceLine &line)
{
    const QString model = QString::fromUtf8(line.model.isEmpty() ? "(no model)" : line.model);
    return line.corrects == 0 ? model
                              : u"Correction of CAP-%1: %2"_s
                                    .arg(QString::number(line.corrects).rightJustified(6, u'0'))
                                    .arg(model);
}

/// Writes from the top down, and goes on on a new page.
class Page
{
public:
    explicit Page(QPdfWriter &writer)
        : m_writer(writer)
        , m_painter(&writer)
    {}

    [[nodiscard]] bool isOpen() const { return m_painter.isActive(); }
    [[nodiscard]] bool end() { return m_painter.end(); }

    void write(const QString &text, int size, QFont::Weight weight)
    {
        makeRoom(size + LineHeight);
        setFont(size, weight);
        m_y += size;
        m_painter.drawText(0, m_y, text);
        m_y += LineHeight - TextSize;
    }
    void row(const std::array<QString, Columns.size()> &cells, QFont::Weight weight)
    {
        makeRoom(LineHeight);
        setFont(TextSize, weight);
        int x = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Column &column = Columns.at(i);
            const QRect place(x, m_y, column.width - Gap, LineHeight);
            const QString text =
                m_painter.fontMetrics().elidedText(cells.at(i), Qt::ElideMiddle, place.width());
            m_painter.drawText(place, static_cast<int>(column.side | Qt::AlignVCenter), text);
            x += column.width;
        }
        m_y += LineHeight;
    }
    void rule()
    {
        m_painter.drawLine(0, m_y, m_writer.width(), m_y);
        m_y += Gap;
    }
    void skip(int lines) { m_y += lines * LineHeight; }

private:
    static constexpr int Gap = 5;

    void makeRoom(int height)
    {
        if (m_y + height > m_writer.height()) {
            m_writer.newPage();
            m_y = 0;
        }
    }
    void setFont(int size, QFont::Weight weight)
    {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        font.setPixelSize(size);
        font.setWeight(weight);
        m_painter.setFont(font);
    }

    QPdfWriter &m_writer;
    QPainter m_painter;
    int m_y = 0;
};

void writeHead(Page &page, const core::Invoice &invoice)
{
    page.write(
        u"Invoice %1"_s.arg(QString::fromLatin1(invoice.numberText())), TitleSize, QFont::DemiBold);
    page.skip(1);
    page.write(u"Tenant: %1"_s.arg(QString::fromUtf8(invoice.tenant)), TextSize, QFont::Normal);
    page.write(u"Period: %1 to %2"_s.arg(day(invoice.period.begins), day(invoice.period.ends)),
               TextSize,
               QFont::Normal);
    page.write(invoice.number == 0 ? u"Draft: this period is not closed, and figures may change."_s
                                   : u"Closed: %1"_s.arg(day(invoice.closedAt)),
               TextSize,
               QFont::Normal);
    page.skip(1);
}

void writeLines(Page &page, const core::Invoice &invoice)
{
    std::array<QString, Columns.size()> titles;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        titles.at(i) = Columns.at(i).title;
    }
    page.row(titles, QFont::DemiBold);
    page.rule();
    for (const core::InvoiceLine &line : invoice.lines) {
        page.row({nameOf(line),
                  QString::number(line.calls),
                  QString::number(line.input + line.cachedInput),
                  QString::number(line.output),
                  dollars(line.cost),
                  dollars(line.amount)},
                 QFont::Normal);
    }
    page.rule();
}

void writeSums(Page &page, const core::Invoice &invoice)
{
    page.row({u"Sum"_s, {}, {}, {}, dollars(invoice.cost()), dollars(invoice.amount())},
             QFont::DemiBold);
    const QString percent = QString::fromLatin1(invoice.terms.percent());
    if (invoice.terms.markup != 0) {
        page.write(u"Amounts are with %1 % on the cost."_s.arg(percent), TextSize, QFont::Normal);
    }
    page.skip(1);
    page.write(u"To pay: USD %1"_s.arg(dollars(invoice.payable())), TitleSize / 2 + 2, QFont::Bold);
}

/// Fonts need an application; a command that prints has none.
std::unique_ptr<QGuiApplication> applicationIfNone()
{
    if (QCoreApplication::instance() != nullptr) {
        return nullptr;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static std::array<char, 8> name{"capstan"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    return std::make_unique<QGuiApplication>(count, arguments.data());
}

} // namespace

core::Outcome printInvoice(const core::Invoice &invoice, const QString &file)
{
    const std::unique_ptr<QGuiApplication> application = applicationIfNone();
    QPdfWriter writer(file);
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(Margin, Margin, Margin, Margin), QPageLayout::Point);
    writer.setTitle(u"Invoice %1"_s.arg(QString::fromLatin1(invoice.numberText())));
    writer.setCreator(u"Capstan"_s);
    Page page(writer);
    if (page.isOpen()) {
        writeHead(page, invoice);
        writeLines(page, invoice);
        writeSums(page, invoice);
        if (page.end()) {
            return core::Done{};
        }
    }
    return core::Error{core::ErrorCode::Unavailable,
                       u"The invoice cannot be written to %1."_s.arg(file),
                       u"Name a file in a folder that this user may write to."_s};
}

} // namespace app
