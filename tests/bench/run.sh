#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/bench/run.sh BUILD [brief] [documents] [scale] [bundle] [check] [rules] [quote]
set -eu
build=$1; shift
here=$(dirname "$0")
seeds=${DOSSIER_SEEDS:-$here/../../../shared/seeds}
[ -d "$seeds" ] || { echo "the real documents are not in $seeds; set DOSSIER_SEEDS" >&2; exit 1; }
exec /usr/bin/python3 "$here/bench.py" --program "$build/dossier" --seeds "$seeds" --work "$build/bench" "$@"
