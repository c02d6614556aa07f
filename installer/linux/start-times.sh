#!/bin/sh
# How long a start takes: to a painted window, to an interactive one, and of 'version', in milliseconds; and how long
# all processors have worked for it until the window was painted, which a busy machine hardly changes. Each the sorted
# values of new processes in turns, the median last: without a cache, with a class data archive, with the AOT cache
# that is shipped, and by the starter as people call it. Under Xvfb with software rendering. Usage: installer/linux/start-times.sh target/installer/Undercurrent [RUNS]
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
# The options of the starter but the cache, which is what is compared.
options=$(sed -n 's/^java-options=//p' "$app/Undercurrent.cfg" | grep -v APPDIR)
set -f
java() { # how, what…
  how=$1
  shift
  # shellcheck disable=SC2086
  case $how in
    shipped) "$image/bin/undercurrent" --safe-graphics "$@" ;;
    *) "$image/lib/runtime/bin/java" "$how" $options -cp "$classpath" undercurrent.app.Main --safe-graphics "$@" ;;
  esac 2>/dev/null
}
now() { date +%s%3N; }

DISPLAY=$display
export DISPLAY
XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work XDG_STATE_HOME=$work
export XDG_CONFIG_HOME XDG_RUNTIME_DIR XDG_STATE_HOME
java "-XX:DumpLoadedClassList=$work/classes" rehearse "$work" >/dev/null
# shellcheck disable=SC2086
"$image/lib/runtime/bin/java" -Xshare:dump "-XX:SharedClassListFile=$work/classes" "-XX:SharedArchiveFile=$work/start.jsa" \
  $options -cp "$classpath" >/dev/null 2>&1
ls -l "$work/start.jsa" "$app/undercurrent.aot" | awk '{ print $5, $9 }'

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
  sed -n 's/.*processor time \([0-9]*\) and.*/\1/p' "$home/undercurrent/undercurrent.0.log" >>"$work/$1.worked"
  kill $(pgrep -P $subshell) $subshell 2>/dev/null || :
  wait $subshell 2>/dev/null || :
  began=$(now)
  case $2 in
    shipped) "$image/bin/undercurrent" version >/dev/null 2>&1 ;;
    # shellcheck disable=SC2086
    *) "$image/lib/runtime/bin/java" "$2" $options -cp "$classpath" undercurrent.app.Main version >/dev/null 2>&1 ;;
  esac
  echo $(($(now) - began)) >>"$work/$1.version"
}

for run in $(seq "$runs"); do
  one plain "-Dplain=$run"
  one cds "-XX:SharedArchiveFile=$work/start.jsa"
  one aot "-XX:AOTCache=$app/undercurrent.aot"
  one shipped shipped
done
for name in plain cds aot shipped; do
  for what in painted worked interactive version; do
    sort -n "$work/$name.$what" >"$work/sorted"
    printf '%-8s %-12s %s median %s\n' $name $what "$(tr '\n' ' ' <"$work/sorted")" "$(sed -n "$(((runs + 1) / 2))p" "$work/sorted")"
  done
done
