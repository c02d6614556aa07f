#!/bin/sh
# What the installed program does when the machine is put to sleep, the clock jumps, memory is short or the disk is full; each line
# that is said was found to be so. Needs root (for a small disk), faketime, xvfb, openbox, xdotool and wmctrl.
# Usage: installer/linux/hard-times.sh target/installer/Undercurrent [SECONDS_OF_SLEEP]
set -eu
image=$(cd "$1" && pwd)
asleep=${2:-60}
work=$(mktemp -d)
mkdir "$work/disk"
mount -t tmpfs -o size=200k none "$work/disk"
mkdir "$work/full"
mount -t tmpfs -o size=16k none "$work/full"
screen=
window=
trap 'kill $window $screen 2>/dev/null; umount "$work/disk" "$work/full"; rm -rf "$work"' EXIT
XDG_STATE_HOME=$work
export XDG_STATE_HOME
say() { echo "ok: $*"; }
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
app=$image/lib/app
classpath=$(sed -n "s,^app.classpath=.APPDIR/,$app/,p" "$app/Undercurrent.cfg" | paste -sd:)
options=$(sed -n 's/^java-options=//p' "$app/Undercurrent.cfg" | grep -v APPDIR)
set -f
java() { # memory, what…
  memory=$1
  shift
  # shellcheck disable=SC2086
  exec "$image/lib/runtime/bin/java" "-Xmx$memory" $options -cp "$classpath" undercurrent.app.Main "$@"
}
train="train sine --epochs 40 --out"
same() { cmp -s "$work/plain/curve.csv" "$1/curve.csv" || fail "$2: the curve is another"; }
(java 1g $train "$work/plain") >/dev/null 2>&1 || fail "train"

# --- asleep
(java 1g $train "$work/asleep") >/dev/null 2>"$work/err" &
process=$!
sleep 3
kill -STOP $process
sleep "$asleep"
kill -CONT $process
wait $process || fail "after a sleep: $(cat "$work/err")"
same "$work/asleep" sleep
say "$asleep s of sleep in the middle of a training change nothing: its curve is the same, byte for byte"

# --- the clock
library=$(find /usr/lib -name 'libfaketimeMT.so.1' | head -1)
echo '+0' >"$work/clock"
(
  export LD_PRELOAD="$library" FAKETIME_TIMESTAMP_FILE="$work/clock" FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1
  java 1g $train "$work/clock jumps"
) >/dev/null 2>"$work/err" &
process=$!
for jump in +1d -2d +400d -0; do
  sleep 1
  echo "$jump" >"$work/clock"
done
wait $process || fail "when the clock jumps: $(cat "$work/err")"
same "$work/clock jumps" "clock"
say "a clock that jumps by days, on and back, changes nothing"

# --- memory
for memory in 16m 32m; do
  code=0
  (java $memory train storms --epochs 1 --out "$work/small") >/dev/null 2>"$work/err" || code=$?
  [ $code = 1 ] || fail "with $memory it ends with $code"
  said=$(cat "$work/err")
  case $said in 'There is not enough memory for this'*) ;; *) fail "with $memory it says: $said" ;; esac
  [ "$(echo "$said" | wc -l)" = 1 ] || fail "with $memory it says more than a sentence: $said"
done
say "with 16 and 32 MB for Java it says: $said"

# --- disk
(java 1g train nile --epochs 1 --out "$work/disk") >/dev/null 2>"$work/err" && fail "this disk should be too small"
said=$(cat "$work/err")
case $said in *'No space left on device'*) ;; *) fail "on a full disk it says: $said" ;; esac
[ "$(echo "$said" | wc -l)" = 1 ] || fail "on a full disk it says more than a sentence: $said"
say "on a disk that is full it says: $said"

# --- the window, where the machine has too little of something; a training thread that works is seen by its time
DISPLAY=:96
Xvfb $DISPLAY -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
sleep 2
DISPLAY=$DISPLAY openbox >/dev/null 2>&1 &
trained() { # whether the training thread has worked for a second
  for task in $(ls "/proc/$window/task"); do # a pattern would stay one: set -f
    stat=/proc/$window/task/$task/stat
    if grep -qs '(training)' "$stat"; then awk '{ exit !($14 + $15 > 100) }' "$stat" && return 0; fi
  done
  return 1
}
wait_for() { # seconds, what, command…
  left=$(($1 * 2))
  what=$2
  shift 2
  until "$@"; do
    left=$((left - 1))
    [ $left -gt 0 ] || fail "$what"
    sleep 0.5
  done
}
shown() { DISPLAY=$DISPLAY xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }
ended() { ! kill -0 "$window" 2>/dev/null; }
open_and_play() { # title
  wait_for 120 "no window: $(tail -3 "$work/err")" shown "$1"
  sleep 5
  # Found and pressed in two commands: in one, the key would be sent to the window, which JavaFX takes for no key.
  found=$(DISPLAY=$DISPLAY xdotool search --onlyvisible --name "$1" | head -1)
  DISPLAY=$DISPLAY xdotool windowactivate --sync "$found" key space
}
quit() {
  DISPLAY=$DISPLAY wmctrl -c Undercurrent
  wait_for 120 "it does not quit" ended
  window=
}

# A training that is not at its end: asked to stop, it writes what is there.
(java 1g train sine --epochs 1000 --set hiddenUnits=600 --out "$work/large") >/dev/null 2>&1 &
training=$!
sleep 20
kill -TERM $training
wait $training || :
[ -s "$work/large/experiment.undercurrent" ] || fail "no experiment was written"
export DISPLAY XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/config"
mkdir -p -m 700 "$work/run"
log=$work/undercurrent/undercurrent.0.log
rm -f "$log"
(java 44m --safe-graphics "$work/large/experiment.undercurrent") 2>"$work/err" &
window=$!
wait_for 120 "no window: $(tail -3 "$work/err")" shown Undercurrent
# It is refused as too large, or tried in vain.
sleep 20
kill -0 $window || fail "the window is gone: $(tail -3 "$work/err")"
shown Undercurrent || fail "no window is shown any more"
quit
say "with 44 MB for Java an experiment that needs more is not opened, and the window stays"

# Nothing more can be written where the window keeps what it remembers, its log and its lock.
dd if=/dev/zero of="$work/full/filler" bs=1k count=64 2>/dev/null && fail "that disk should be full"
export XDG_STATE_HOME="$work/full" XDG_CONFIG_HOME="$work/full" XDG_RUNTIME_DIR="$work/full"
(java 1g --safe-graphics) 2>"$work/err" &
window=$!
open_and_play 'Undercurrent'
wait_for 60 "it does not train on a full disk" trained
quit
say "where the disk of its settings and logs is full, the window opens, trains and quits"

# The entry for a bad graphics driver, with the network cut where that is allowed.
cut=
unshare -n true 2>/dev/null && cut='unshare -n'
export XDG_STATE_HOME="$work/safe" XDG_CONFIG_HOME="$work/safe" XDG_RUNTIME_DIR="$work/run"
safe=$(sed -n 's/^Exec=undercurrent \(.*\) %f/\1/p' "$(dirname "$0")/undercurrent-safe-graphics.desktop")
$cut "$image/bin/undercurrent" "$safe" 2>"$work/err" &
window=$!
wait_for 120 "no window" shown Undercurrent
open_and_play 'Undercurrent'
wait_for 60 "it does not train" trained
quit
said=$(grep -hE 'WARNING|SEVERE' "$work/safe/undercurrent/undercurrent.0.log" | grep -v 'Unsupported JavaFX configuration' || :)
[ -z "$said" ] || fail "the log of safe graphics says: $said"
say "the entry for safe graphics opens, trains and quits${cut:+ without any network}"
