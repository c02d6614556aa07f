#!/bin/sh
# How long a start takes: to a painted window, to an interactive one, and of 'version'; in milliseconds, each the sorted
# times of new processes in turns: without a cache, with the CDS archive that is shipped, with an AOT cache. Under
# Xvfb with software rendering. Usage: installer/linux/start-times.sh target/installer/Undercurrent [RUNS]
set -eu
image=$(cd "$1" && pwd)
runs=${2:-5}
work=$(mktemp -d)
display=:94
Xvfb $display -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill $screen; rm -rf "$work"' EXIT
sleep 2

app=$image/lib/app
classpath=$(sed -n "s,^app.classpath=.APPDIR/,$app/,p" "$app/Undercurrent.cfg" | paste -sd:)
java() { # how, what…
  how=$1
  shift
  "$image/lib/runtime/bin/java" "$how" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED,javafx.graphics \
    -Dprism.order=sw -cp "$classpath" undercurrent.app.Main "$@" 2>/dev/null
}
now() { date +%s%3N; }

DISPLAY=$display
export DISPLAY
XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work XDG_STATE_HOME=$work
export XDG_CONFIG_HOME XDG_RUNTIME_DIR XDG_STATE_HOME
java "-XX:AOTCacheOutput=$work/start.aot" rehearse "$work" >/dev/null

one() { # name, option
  home=$(mktemp -d -p "$work")
  began=$(now)
  (
    export XDG_CONFIG_HOME="$home" XDG_RUNTIME_DIR="$home" XDG_STATE_HOME="$home"
    java "$2"
  ) &
  subshell=$!
  patience=300
  until grep -qs 'interactive at' "$home/undercurrent/undercurrent.0.log"; do
    patience=$((patience - 1))
    [ $patience -gt 0 ] || break
    sleep 0.1
  done
  for what in painted interactive; do
    at=$(sed -n "s/.*$what at \([^ ,]*Z\).*/\1/p" "$home/undercurrent/undercurrent.0.log")
    echo $(($(date -d "$at" +%s%3N) - began)) >>"$work/$1.$what"
  done
  pkill -P $subshell
  wait $subshell 2>/dev/null || :
  began=$(now)
  java "$2" version >/dev/null
  echo $(($(now) - began)) >>"$work/$1.version"
}

for run in $(seq "$runs"); do
  one plain "-Dplain=$run"
  one cds "-XX:SharedArchiveFile=$app/undercurrent.jsa"
  one aot "-XX:AOTCache=$work/start.aot"
done
for name in plain cds aot; do
  for what in painted interactive version; do
    printf '%-6s %-12s %s\n' $name $what "$(sort -n "$work/$name.$what" | tr '\n' ' ')"
  done
done
