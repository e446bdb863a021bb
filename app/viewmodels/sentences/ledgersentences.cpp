// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger, its copies and its proof say.
#include "app/viewmodels/sentences/sentencetable.h"

#include <QtGlobal>

namespace {

constexpr const char *Texts[] = {
    QT_TRANSLATE_NOOP("Sentences", "The ledger is behind: its writer waits for the disk."),
    QT_TRANSLATE_NOOP("Sentences", "Look at the disk that the ledger is on, and ask again."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 is damaged: %2."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Put a backup in its place, or move the file away to start a new ledger."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 cannot be written: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Free space on that disk; Capstan tries again by itself."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 cannot be opened for writing: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Give this user write permission to the file and its folder."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 is locked by another program: %2."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Close the program that has the file open; ask Capstan's own commands instead."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 refused a statement: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Please report this with the message."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 cannot be opened: %2."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Give this user permission to read the file, and to write to its folder."),
    QT_TRANSLATE_NOOP("Sentences", "Give this user permission to read and write the file."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 has version %2; this Capstan reads version %3."),
    QT_TRANSLATE_NOOP("Sentences", "Start Capstan once, so that it brings the ledger up to date."),
    QT_TRANSLATE_NOOP("Sentences", "There is no ledger %1."),
    QT_TRANSLATE_NOOP("Sentences", "Start Capstan once, or name its data folder."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger's key %1 cannot be read: %2"),
    QT_TRANSLATE_NOOP("Sentences", "The file is damaged; restore it from a backup."),
    QT_TRANSLATE_NOOP("Sentences", "The folder %1 for the ledger cannot be made."),
    QT_TRANSLATE_NOOP("Sentences", "Choose a data folder that this user may write to."),
    QT_TRANSLATE_NOOP("Sentences", "%1 cannot be removed: %2."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Remove it before Capstan starts again, or it takes the ledger's place."),
    QT_TRANSLATE_NOOP("Sentences", "The settlement of %1 has a negative amount."),
    QT_TRANSLATE_NOOP("Sentences", "The hold of %1 has a negative bound."),
    QT_TRANSLATE_NOOP("Sentences", "The correction of %1 has a negative amount."),
    QT_TRANSLATE_NOOP("Sentences", "It was not written; please report this."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 is in use by process %2 (%3)."),
    QT_TRANSLATE_NOOP("Sentences", "Quit that Capstan, or use another data folder."),
    QT_TRANSLATE_NOOP("Sentences", "The lock file %1.lock cannot be made."),
    QT_TRANSLATE_NOOP("Sentences", "Give this user write permission to its folder."),
    QT_TRANSLATE_NOOP("Sentences", "Put a backup in its place: capstan restore FILE."),
    QT_TRANSLATE_NOOP("Sentences", "The disk did not take %1"),
    QT_TRANSLATE_NOOP("Sentences", "Check that disk."),
    QT_TRANSLATE_NOOP("Sentences", "The file %1 cannot be made"),
    QT_TRANSLATE_NOOP("Sentences", "Give a folder that this user may write to."),
    QT_TRANSLATE_NOOP("Sentences", "The copy %1 was not made: %2"),
    QT_TRANSLATE_NOOP("Sentences", "The file %1 cannot be moved to %2"),
    QT_TRANSLATE_NOOP("Sentences", "Nothing was replaced."),
    QT_TRANSLATE_NOOP("Sentences", "Give this user write permission to the folder."),
    QT_TRANSLATE_NOOP("Sentences", "The ledger %1 cannot be kept as %2"),
    QT_TRANSLATE_NOOP("Sentences", "%1 is there already."),
    QT_TRANSLATE_NOOP("Sentences", "Give the name of a new file; backups are never overwritten."),
    QT_TRANSLATE_NOOP("Sentences", "The backup %1 is not sound: %2"),
    QT_TRANSLATE_NOOP("Sentences", "Choose another backup."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The ledger %1 has version %2; this Capstan knows versions up to %3."),
    QT_TRANSLATE_NOOP("Sentences",
                      "Start the newer Capstan that wrote it, or use another data folder."),
    QT_TRANSLATE_NOOP("Sentences", "The file %1 is not a ledger: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Move the file away, or use another data folder."),
    QT_TRANSLATE_NOOP("Sentences", "%1 (while bringing it from version %2 to %3)"),
    QT_TRANSLATE_NOOP("Sentences", "it is damaged (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "it does not begin as an SQLite database does"),
    QT_TRANSLATE_NOOP("Sentences", "it is a database of another program"),
    QT_TRANSLATE_NOOP("Sentences", "Budget %1 in the ledger %2 cannot be read: %3"),
    QT_TRANSLATE_NOOP("Sentences", "%1 of %2, attempt %3"),
    QT_TRANSLATE_NOOP("Sentences",
                      "Link %1 of the chain (%2) does not follow from the one before: a link was "
                      "changed or removed."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The table %1 has %2 row(s) that no link names: they were added past Capstan."),
    QT_TRANSLATE_NOOP("Sentences", "There are more differences in the chain."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 is missing."),
    QT_TRANSLATE_NOOP("Sentences", "The %1 was changed."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The packed sums of %1 seconds from %2 UTC are not those of their roll-ups."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The roll-up of %1 seconds from %2 UTC for tenant '%3' says %4 nano-dollars "
                      "in %6 calls, its entries say %5 in %7."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with "
                      "those that were pruned, say %4 in %5."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The roll-ups of the hours of %1 UTC do not add up to that day."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The roll-ups of minutes and quarters from %1 UTC do not add up to that hour."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The roll-up by tag of %1 seconds from %2 UTC is not what its entries say."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The roll-ups by tag of the hours of %1 UTC do not add up to that day."),
    QT_TRANSLATE_NOOP("Sentences", "Reports do not find the roll-ups of %1 seconds from %2 UTC."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The stored total of bucket '%1' (slot %2) has %3 from settlements, the entries say %4."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The hold of request %1, attempt %2, should be either open or ended, and is not."),
    QT_TRANSLATE_NOOP("Sentences", "Request %1, attempt %2, is listed as open but has no hold."),
    QT_TRANSLATE_NOOP("Sentences", "The folder %1 cannot be made."),
    QT_TRANSLATE_NOOP("Sentences", "Check who may write there."),
    QT_TRANSLATE_NOOP("Sentences", "The invoice cannot be written to %1."),
    QT_TRANSLATE_NOOP("Sentences", "Name a file in a folder that this user may write to."),
    QT_TRANSLATE_NOOP("Sentences", "The backup took the ledger's place."),
    QT_TRANSLATE_NOOP("Sentences", "The former ledger is kept as %1."),
};

} // namespace

namespace sentencetable {

std::span<const char *const> ofLedgers()
{
    return Texts;
}

} // namespace sentencetable
