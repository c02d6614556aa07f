#!/bin/sh
# Trains for long in the window as it is installed, under Xvfb, and writes each minute what the process holds, as a
# table: heap in use, of it what is live, resident memory, threads, open file handles, and the processor time that the
# training thread has used (which shows that it works). Every tenth minute the process is stopped for half a minute,
# as by a lid that is closed. Needs xvfb, openbox, xdotool and a JDK 25 for jcmd.
# Usage: installer/linux/long-run.sh target/installer/Undercurrent [MINUTES] [CSV]
set -eu
image=$(cd "$1" && pwd)
minutes=${2:-60}
csv=${3:-target/long-run.csv}
jcmd=${JCMD:-$(ls /usr/lib/jvm/*25*/bin/jcmd | head -1)}
work=$(mktemp -d)
DISPLAY=:95
XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work XDG_STATE_HOME=$work
export DISPLAY XDG_CONFIG_HOME XDG_RUNTIME_DIR XDG_STATE_HOME
process=
cleanup() {
  [ -z "$process" ] || kill "$process" 2>/dev/null || :
  kill "$manager" "$screen" 2>/dev/null || :
  rm -rf "$work"
}

# An experiment that ends only when it is asked to.
experiment=$work/experiment.undercurrent
"$image/bin/undercurrent" train sine --set epochs=1000000 --set patience=0 --set learningRate=0.0003 --out "$work" >/dev/null 2>&1 &
training=$!
sleep 15
pkill -TERM -P $training java
wait $training || :
[ -s "$experiment" ]

Xvfb $DISPLAY -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
sleep 2
openbox >/dev/null 2>&1 &
manager=$!
trap cleanup EXIT
"$image/bin/undercurrent" "$experiment" &
process=$!
until grep -qs 'interactive at' "$work/undercurrent/undercurrent.0.log"; do sleep 1; done
sleep 5
window=$(xdotool search --onlyvisible --name Undercurrent | head -1)
xdotool windowactivate --sync "$window" key space
sleep 2

heap() { "$jcmd" "$process" GC.heap_info | awk '/ used / { for (i = 1; i < NF; i++) if ($i == "used") { sub("K.*", "", $(i + 1)); print $(i + 1); exit } }'; }
# What is still referred to: counting it collects the rest.
live() { "$jcmd" "$process" GC.class_histogram | awk '/^Total/ { print int($3 / 1024) }'; }
trained() {
  for task in /proc/"$process"/task/*; do
    if [ "$(cat "$task/comm" 2>/dev/null)" = training ]; then awk '{ print ($14 + $15) / 100 }' "$task/stat"; fi
  done
}
echo 'minute,heap KB,live KB,resident KB,threads,files,training s' | tee "$csv"
for minute in $(seq 0 "$minutes"); do
  before=$(heap)
  living=$(live)
  status=$(awk '/^VmRSS/ { rss = $2 } /^Threads/ { threads = $2 } END { print rss "," threads }' "/proc/$process/status")
  echo "$minute,$before,$living,$status,$(ls "/proc/$process/fd" | wc -l),$(trained)" | tee -a "$csv"
  if [ $((minute % 10)) = 9 ]; then
    kill -STOP "$process"
    sleep 30
    kill -CONT "$process"
    sleep 30
  else
    sleep 60
  fi
done
echo "log:"
grep -E 'WARNING|SEVERE' "$work/undercurrent/undercurrent.0.log" || echo "no warnings"
# All of it once more, as a table.
column -s, -t "$csv"
