// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QString>

#include <optional>
#include <utility>

/// A list out of the ledger, newest first, longer than anybody reads: its head is read again
/// whenever something happened, older rows as a person scrolls. Knows no ledger: it asks with a
/// ticket and takes the answer to the newest one only, so that an answer to an old filter is
/// dropped. Nothing is read while nobody looks.
///
/// `Cursor` is the place below which a page goes on.
template <class Facts, class Cursor>
class PagedListModel : public RowListModel<Facts>
{
public:
    using RowListModel<Facts>::RowListModel;

    /// Further down leads a filter for the time.
    static constexpr int MostRows = 1'000'000;

    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown)
    {
        if (std::exchange(m_shown, shown) != shown) {
            tell(News::Shown);
            readHead();
        }
    }
    [[nodiscard]] int count() const { return this->rowCount(); }
    [[nodiscard]] bool isLoading() const { return !m_everRead && m_errorText.isEmpty(); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    /// The answer to a question, like a page.
    void takeError(quint64 ticket, const QString &why)
    {
        if (ticket == m_ticket) {
            m_waiting = false;
            setError(sentences::translated(why));
        }
    }

    /// Another service answers from now on: what was asked and not answered is asked again, as
    /// soon as it has started.
    void reset()
    {
        if (m_waiting) {
            ++m_ticket; // the former one may have answered already
            QMetaObject::invokeMethod(
                this, [this] { readAnew(); }, Qt::QueuedConnection);
        }
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_next && !m_waiting && count() < MostRows;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent)) {
            ask(m_next);
        }
    }

protected:
    enum class News { Shown, Rows, Error };

    /// Emits what has changed.
    virtual void tell(News news) = 0;
    virtual void askFor(quint64 ticket, const std::optional<Cursor> &before) = 0;
    /// Whether the head may be read again now; the list stands still otherwise.
    [[nodiscard]] virtual bool follows() const { return true; }
    /// Whether what was read below the head stays, and is read again after it. Else the list is the
    /// head again: whoever looks further down holds it.
    [[nodiscard]] virtual bool keepsDepth() const { return false; }

    [[nodiscard]] quint64 ticket() const { return m_ticket; } ///< of the newest question
    void setStale() { m_stale = true; }                       ///< something happened
    void readHead()
    {
        if (m_shown && m_stale && !m_waiting && follows()) {
            m_stale = false;
            ask(std::nullopt);
        }
    }
    /// Another filter: an answer under way is of no use any more.
    void readAnew()
    {
        m_waiting = false;
        m_stale = true;
        readHead();
    }
    /// A page with the newest ticket, and where the next one begins.
    void take(std::vector<Facts> rows, const std::optional<Cursor> &next)
    {
        m_waiting = false;
        setError({});
        if (m_waitsForHead && goesOnReading(rows, next)) {
            return;
        }
        m_next = next;
        if (!m_waitsForHead) {
            this->append(std::move(rows));
        } else {
            this->synchronise(m_again.empty() ? rows : m_again);
            m_again.clear();
        }
        m_everRead = true;
        tell(News::Rows);
        if (count() == 0 && m_next) {
            ask(m_next); // what rarely fits is searched for stretch by stretch
        } else {
            readHead();
        }
    }

private:
    /// Gathers what is read again until it is as deep as the list.
    [[nodiscard]] bool goesOnReading(const std::vector<Facts> &rows,
                                     const std::optional<Cursor> &next)
    {
        if (!keepsDepth()) {
            return false;
        }
        m_again.insert(m_again.end(), rows.begin(), rows.end());
        if (!next || std::ssize(m_again) >= count()) {
            return false;
        }
        m_waiting = true;
        const std::optional<Cursor> place = next;
        askFor(++m_ticket, place);
        return true;
    }
    void ask(const std::optional<Cursor> &before)
    {
        m_waiting = true;
        m_waitsForHead = !before;
        m_again.clear();
        const std::optional<Cursor> place = before; // an answer may come at once
        askFor(++m_ticket, place);
    }
    void setError(const QString &why)
    {
        if (std::exchange(m_errorText, why) != why) {
            tell(News::Error);
        }
    }

    quint64 m_ticket = 0;
    bool m_waiting = false; ///< for a page
    bool m_waitsForHead = false;
    std::vector<Facts> m_again; ///< the head and what lies below it, as far as it is read again
    bool m_stale = true;        ///< something happened since the head was asked for
    bool m_everRead = false;
    bool m_shown = false;
    std::optional<Cursor> m_next;
    QString m_errorText;
};
