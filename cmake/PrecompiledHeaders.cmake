# SPDX-FileCopyrightText: 2026 The Capstan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The headers of Qt and the standard library that most files read, parsed once for all targets.
# A file of core compiles in a third of the time, a test in half. Sources include what they use all
# the same: `tests/check tidy` reads them without (CMAKE_DISABLE_PRECOMPILE_HEADERS).
set(CAPSTAN_COMMON_HEADERS
    <QByteArray> <QByteArrayView> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QObject> <QString> <QStringList> <QTimer> <QTimeZone> <QVariant>
    <algorithm> <array> <chrono> <functional> <map> <memory> <mutex> <optional> <utility> <variant> <vector>)

# capstan_precompile(name libraries headers...): beside the common ones.
function(capstan_precompile name libraries)
    add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    target_link_libraries(${name} PRIVATE capstan_options Qt6::Core ${libraries})
    target_precompile_headers(${name} PRIVATE ${CAPSTAN_COMMON_HEADERS} ${ARGN})
endfunction()

capstan_precompile(capstan_precompiled "")

# capstan_precompile_tests(name libraries headers...): what QTest declares depends on the libraries, so
# each test that reuses it links these, and knows no folder of its own.
function(capstan_precompile_tests name libraries)
    capstan_precompile(${name} "Qt6::Test;${libraries}"
        <QProcess> <QRandomGenerator> <QRegularExpression> <QSignalSpy> <QTemporaryDir> <QTest>
        <atomic> <thread> ${ARGN})
    target_compile_options(${name} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    set_target_properties(${name} PROPERTIES CAPSTAN_LIBRARIES "Qt6::Test;${libraries}")
endfunction()

# capstan_reuse_test_headers(target name)
function(capstan_reuse_test_headers target name)
    get_target_property(libraries ${name} CAPSTAN_LIBRARIES)
    target_link_libraries(${target} PRIVATE ${libraries})
    target_compile_options(${target} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    target_precompile_headers(${target} REUSE_FROM ${name})
    # A test includes its .moc: what is left for automoc's own file is empty, and reading the headers
    # for it would take half a second of each test.
    get_target_property(folder ${target} BINARY_DIR)
    set_source_files_properties(${folder}/${target}_autogen/mocs_compilation.cpp
        TARGET_DIRECTORY ${target} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# capstan_reuse_precompiled(folder): for every other program and library below it.
function(capstan_reuse_precompiled folder)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(libraries ${target} LINK_LIBRARIES)
        get_target_property(reused ${target} PRECOMPILE_HEADERS_REUSE_FROM)
        if(type MATCHES "STATIC_LIBRARY|EXECUTABLE" AND NOT libraries MATCHES "NOTFOUND$" AND NOT reused)
            target_precompile_headers(${target} REUSE_FROM capstan_precompiled)
        endif()
    endforeach()
    get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(each IN LISTS below)
        capstan_reuse_precompiled(${each})
    endforeach()
endfunction()
