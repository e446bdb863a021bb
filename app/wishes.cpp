// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wishes.h"

#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"

namespace app {

void connectWishes(ControlCentre &centre, ServiceHost &service)
{
    QObject::connect(&service, &ServiceHost::snapshotTaken, &centre, &ControlCentre::apply);
    QObject::connect(&service, &ServiceHost::refused, &centre, &ControlCentre::refused);
    QObject::connect(
        &centre, &ControlCentre::budgetChangeRequested, &service, &ServiceHost::setBudget);
    QObject::connect(
        &centre, &ControlCentre::budgetRemovalRequested, &service, &ServiceHost::removeBudget);
    QObject::connect(
        &centre, &ControlCentre::tenantPauseRequested, &service, &ServiceHost::setTenantPaused);
    QObject::connect(
        &centre, &ControlCentre::pauseAllRequested, &service, &ServiceHost::setAllPaused);
    QObject::connect(&centre, &ControlCentre::stopRequested, &service, &ServiceHost::stopCall);
}

void connectLedger(ControlCentre &centre, LedgerReader &reader)
{
    ActivityModel &log = *centre.activity();
    QObject::connect(&log, &ActivityModel::pageWanted, &reader, &LedgerReader::readPage);
    QObject::connect(&log, &ActivityModel::countWanted, &reader, &LedgerReader::count);
    QObject::connect(&reader, &LedgerReader::pageRead, &log, &ActivityModel::takePage);
    QObject::connect(&reader, &LedgerReader::counted, &log, &ActivityModel::takeCount);
    QObject::connect(&reader, &LedgerReader::refused, &log, &ActivityModel::takeError);
    StoryModel &story = *log.story();
    QObject::connect(&story, &StoryModel::wanted, &reader, &LedgerReader::readStory);
    QObject::connect(&reader, &LedgerReader::storyRead, &story, &StoryModel::take);
    QObject::connect(&reader, &LedgerReader::storyRefused, &story, &StoryModel::takeError);
}

} // namespace app
