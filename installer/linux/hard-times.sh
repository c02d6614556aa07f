#!/bin/sh
# What the installed program does when the machine is put to sleep, the clock jumps, memory is short or the disk is full; each line
# that is said was found to be so. Needs root (for a small disk) and faketime.
# Usage: installer/linux/hard-times.sh target/installer/Undercurrent [SECONDS_OF_SLEEP]
set -eu
image=$(cd "$1" && pwd)
asleep=${2:-60}
work=$(mktemp -d)
mkdir "$work/disk"
mount -t tmpfs -o size=200k none "$work/disk"
trap 'umount "$work/disk"; rm -rf "$work"' EXIT
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
  said=$(grep -v '^WARNING: Using incubator' "$work/err")
  case $said in 'There is not enough memory for this'*) ;; *) fail "with $memory it says: $said" ;; esac
  [ "$(echo "$said" | wc -l)" = 1 ] || fail "with $memory it says more than a sentence: $said"
done
say "with 16 and 32 MB for Java it says: $said"

# --- disk
(java 1g train nile --epochs 1 --out "$work/disk") >/dev/null 2>"$work/err" && fail "this disk should be too small"
said=$(grep -v '^WARNING: Using incubator' "$work/err")
case $said in *'No space left on device'*) ;; *) fail "on a full disk it says: $said" ;; esac
[ "$(echo "$said" | wc -l)" = 1 ] || fail "on a full disk it says more than a sentence: $said"
say "on a disk that is full it says: $said"
