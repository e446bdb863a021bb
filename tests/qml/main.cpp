// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Quick Test for the pages and the parts they are made of: tst_*.qml beside this file.
// `import Capstan.Sample` has view models to show: `Sample` an afternoon, `SampleSettings` a
// service.
#include "sample.h"
#include "samplesettings.h"

#include <QApplication>
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

int main(int argc, char **argv)
{
    const QApplication application(argc, argv); // for Qt Charts; Qt Quick Test makes a lesser one
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "components", QUICK_TEST_SOURCE_DIR, &setup);
}
#include "main.moc"
