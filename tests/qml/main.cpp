// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Quick Test for the pages and the parts they are made of: tst_*.qml beside this file.
// `import Capstan.Sample` has view models to show: `Sample` an afternoon, `SampleSettings` a
// service.
#include "sample.h"
#include "samplesettings.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(CapstanPlugin)
Q_IMPORT_QML_PLUGIN(Capstan_AppPlugin)

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        static Sample sample;
        static SampleSettings settings;
        qmlRegisterSingletonInstance("Capstan.Sample", 1, 0, "Sample", &sample);
        qmlRegisterSingletonInstance("Capstan.Sample", 1, 0, "SampleSettings", &settings);
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(components, Setup)
#include "main.moc"
