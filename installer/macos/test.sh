#!/bin/sh
# Uses the unpacked .zip as a person would: the version, a short training in a folder with spaces and letters beyond ASCII.
set -eu
work="$(mktemp -d)/größe & Δ"
mkdir -p "$work"
ditto -x -k "$1"/*.zip "$work"
program=$work/Undercurrent.app/Contents/MacOS/Undercurrent
"$program" version
"$program" train nile --epochs 3 --out "$work/out"
test -s "$work/out/experiment.undercurrent"
rm -rf "$work"
