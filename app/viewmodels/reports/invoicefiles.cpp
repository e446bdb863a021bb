// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of the desk that makes files of an invoice.
#include "app/viewmodels/reports/invoicedesk.h"
#include "app/viewmodels/reports/savedfile.h"
#include "app/viewmodels/sentences/sentences.h"
#include "core/billing/invoicejson.h"
#include "core/reports/reportformat.h"

using namespace Qt::StringLiterals;

QString InvoiceDesk::freePath(const QString &ending) const
{
    const QString number = QString::fromLatin1(m_invoice->numberText()).toLower();
    const QString days =
        DaysFilterChip::nameOf(m_invoice->period, m_askedZone.zoneOr(m_zone)).replace(u' ', u'-');
    const QString stem =
        u"invoice-%1-%2-%3"_s.arg(QString::fromUtf8(m_invoice->tenant), days, number);
    // A tenant may be called anything, a file may not.
    return savedfile::freePath(m_folder, QString(stem).replace(u'/', u'_'), ending);
}

void InvoiceDesk::savePdf()
{
    if (m_invoice) {
        Q_EMIT printWanted(*m_invoice, freePath(u"pdf"_s));
    }
}

void InvoiceDesk::printed(const QString &path, const QString &problem)
{
    m_savedText = problem.isEmpty() ? savedfile::savedText(path) : sentences::translated(problem);
    Q_EMIT changed();
}

void InvoiceDesk::saveCsv()
{
    if (m_invoice) {
        save(core::toCsv(core::reportOf(*m_invoice)), u"csv"_s);
    }
}

void InvoiceDesk::saveJson()
{
    if (m_invoice) {
        save(core::toJson(*m_invoice) + '\n', u"json"_s);
    }
}

void InvoiceDesk::saveTable()
{
    if (m_invoice) {
        save(core::toTable(core::reportOf(*m_invoice)), u"txt"_s);
    }
}

void InvoiceDesk::save(const QByteArray &content, const QString &ending)
{
    m_savedText = savedfile::save(freePath(ending), content);
    Q_EMIT changed();
}
