#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every test of a build folder and closes with one count over all of them.
set -u
build=$1
log=$build/tests.log
ctest --test-dir "$build" -j 2 --output-on-failure >"$log" 2>&1
code=$?
# ctest counts programs; what people want to know is how many cases ran.
/usr/bin/python3 "$(dirname "$0")/support/count_tests.py" "$build" "$log" "$code"
