#!/bin/sh
# Installs the .deb, uses it as a person would, and takes it off again; each line that is said was found to be so. Needs
# root on a machine that may be changed (a container), and xvfb, openbox, xdotool, wmctrl, x11-utils, xdg-utils, libglib2.0-bin (gio), shared-mime-info,
# desktop-file-utils, appstream; with rpm also the .rpm.
# Usage: installer/linux/test.sh target/installer/packages
set -eu
packages=$(cd "$1" && pwd)
work=$(mktemp -d)
person="zoë o'néil"
home="$work/home of $person"
display=:93
mkdir -p "$home"

say() { echo "ok: $*"; }
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
cleanup() {
  [ -z "${window:-}" ] || kill "$window" 2>/dev/null || :
  [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || :
  dpkg --purge undercurrent >/dev/null 2>&1 || :
  userdel undercurrent-test 2>/dev/null || :
  rm -rf "$work"
}
trap cleanup EXIT

# What an ordinary person has: no Java on the PATH, a home of an unusual name, no rights.
useradd --no-create-home --home-dir "$home" undercurrent-test
chmod 755 "$work"
chown -R undercurrent-test "$home"
plainly() {
  setpriv --reuid undercurrent-test --regid undercurrent-test --clear-groups env -i \
    HOME="$home" USER=undercurrent-test LANG=C.UTF-8 PATH=/usr/bin:/bin DISPLAY=$display XAUTHORITY= "$@"
}
# /usr/bin may hold a Java: it is hidden from the person by an empty folder of links to all else.
mkdir "$work/bin"
for program in /usr/bin/* /bin/*; do
  case ${program##*/} in
    java | javac | jshell) ;;
    *) ln -sf "$program" "$work/bin/" 2>/dev/null || : ;;
  esac
done
without_java() {
  plainly PATH="$work/bin" "$@"
}
if without_java sh -c 'command -v java' >/dev/null; then fail "a java is still on the PATH"; fi
say "no Java on the PATH"

files_before=$(find / -xdev \( -path /proc -o -path /tmp -o -path /var -o -path /work -o -path /root \) -prune -o -iname '*undercurrent*' -print | sort)

# --- what is handed out
(cd "$packages" && sha256sum --quiet -c SHA256SUMS) || fail "checksums"
for package in "$packages"/undercurrent*; do
  [ "$(stat -c %s "$package")" -le 65000000 ] || fail "$package has more than 65 MB"
done
say "the checksums are right, no download has more than 65 MB"

# --- install
dpkg -i "$packages"/undercurrent_*_amd64.deb >"$work/dpkg.log" 2>&1 || fail "dpkg: $(cat "$work/dpkg.log")"
desktop-file-validate /usr/share/applications/undercurrent*.desktop || fail "desktop entries"
[ "$(dpkg-deb --field "$packages"/undercurrent_*_amd64.deb Version)" = "$(dpkg-query -W -f '${Version}' undercurrent)" ] || fail "version"
appstreamcli validate --no-net /usr/share/metainfo/undercurrent.metainfo.xml >"$work/appstream.log" || fail "metainfo: $(cat "$work/appstream.log")"
size=$(du -sb /opt/undercurrent | cut -f1)
[ "$size" -le 130000000 ] || fail "$size bytes are installed, more than 130 MB"
say "the .deb is installed ($size bytes), its menu entries and metainfo are valid"
for part in licences/LICENSE licences/PARTS.md licences/NOTICES.txt licences/LGPL-3.0.txt licences/GPL-3.0.txt licences/undercurrent.cdx.json runtime/legal/java.base/LICENSE; do
  [ -s "/opt/undercurrent/lib/$part" ] || fail "$part is missing"
done
grep -q '"bomFormat" : "CycloneDX"' /opt/undercurrent/lib/licences/undercurrent.cdx.json || fail "the list of parts"
for jar in /opt/undercurrent/lib/app/*.jar; do
  part=$(basename "$jar" .jar | sed 's/-[0-9][0-9.]*$//')
  [ "$part" = undercurrent ] || grep -q "\"name\" : \"$part\"" /opt/undercurrent/lib/licences/undercurrent.cdx.json || fail "$part is in no list of parts"
done
ls /opt/undercurrent/lib/app/chartfx-*.jar >/dev/null || fail "ChartFx has no jar of its own"
say "licences and the list of all parts are there, ChartFx has its own jar"

ln -s /usr/bin/undercurrent "$work/bin/"

# --- the command line
without_java undercurrent version | grep -q '^Undercurrent [0-9]' || fail "version"
without_java undercurrent --version | grep -q '^Undercurrent [0-9]' || fail "--version"
[ "$(without_java undercurrent version | wc -l)" = 1 ] || fail "version says more than a line: $(without_java undercurrent version)"
errors=$(without_java sh -c 'undercurrent version 2>"$HOME/errors" >/dev/null; cat "$HOME/errors"')
[ -z "$errors" ] || fail "version says on stderr: $errors"
without_java undercurrent train nile --epochs 3 --out "$home/größe & Δ" >"$work/train.log" 2>&1 || fail "train: $(cat "$work/train.log")"
experiment="$home/größe & Δ/experiment.undercurrent"
[ -s "$experiment" ] || fail "no experiment was written"
say "version and train work without a screen, under a home with spaces, an apostrophe and é, in a folder 'größe & Δ'"

without_java undercurrent version >/dev/null
undercurrent_java=/opt/undercurrent/lib/runtime/bin/java
cache=/opt/undercurrent/lib/app/undercurrent.aot
grep -q 'AOTCache' /opt/undercurrent/lib/app/Undercurrent.cfg || fail "no cache in the options"
classpath=$(sed -n 's,^app.classpath=$APPDIR/,/opt/undercurrent/lib/app/,p' /opt/undercurrent/lib/app/Undercurrent.cfg | paste -sd:)
options=$(sed -n 's/^java-options=//p' /opt/undercurrent/lib/app/Undercurrent.cfg | grep -v APPDIR)
set -f
# shellcheck disable=SC2086
"$undercurrent_java" -XX:AOTCache=$cache $options -Xlog:aot:file="$work/aot" -Xlog:class+load:file="$work/loaded" \
  -cp "$classpath" undercurrent.app.Main version >/dev/null 2>&1
set +f
grep -q 'undercurrent.app.Main source: shared objects file' "$work/loaded" || fail "the cache is not in use: $(grep undercurrent.app.Main "$work/loaded")"
grep -q 'Using AOT-linked classes: true' "$work/aot" || fail "no linked classes in use: $(cat "$work/aot")"
vectors=$(without_java undercurrent bench --size classroom --seconds 1 --json | sed -n 's/.*"peak[^:]*: *\([0-9]*\).*/\1/p')
[ "${vectors:-0}" -ge 40 ] || fail "it computes without vectors: ${vectors:-nothing} GFLOP/s"
touch -d 2020-01-01 /opt/undercurrent/lib/app/chartfx-*.jar
other=$(without_java undercurrent version 2>/dev/null)
case $other in 'Undercurrent '*) ;; *) fail "with another ChartFx it says: $other" ;; esac
say "the cache is in use as installed, linked classes included, and vectors are ($vectors GFLOP/s)"

# --- the window
Xvfb $display -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
sleep 2
DISPLAY=$display openbox >/dev/null 2>&1 &
wait_for() { # seconds, what, command…
  seconds=$1
  what=$2
  shift 2
  i=0
  until "$@" >/dev/null 2>&1; do
    i=$((i + 1))
    [ $i -lt $((2 * seconds)) ] || fail "$what"
    sleep 0.5
  done
}
shown() { DISPLAY=$display xdotool search --onlyvisible --name "$1"; }
command=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' /usr/share/applications/undercurrent.desktop)
log="$home/.local/state/undercurrent/undercurrent.0.log"
: >"$work/err"
without_java "$command" 2>"$work/err" &
window=$!
wait_for 120 "no window came: $(cat "$work/err")" shown 'Undercurrent'
say "the command of the menu entry opens a window"
DISPLAY=$display xdotool search --onlyvisible --name Undercurrent | head -1 >"$work/id"
class=$(DISPLAY=$display xprop -id "$(cat "$work/id")" WM_CLASS | sed 's/.*, "\(.*\)"/\1/')
grep -qF "StartupWMClass=$class" /usr/share/applications/undercurrent.desktop || fail "the window's class is $class"
say "the window belongs to its menu entry"
wait_for 60 "not interactive" grep -q interactive "$log"

# --- train in it: Space plays
trained() { # what the training thread has worked so far, in hundredths of a second
  for task in /proc/"$(pgrep -u undercurrent-test java)"/task/*; do
    if [ "$(cat "$task/comm")" = training ]; then awk '{ print $14 + $15 }' "$task/stat"; fi
  done
}
sleep 5
before=$(trained)
DISPLAY=$display xdotool windowactivate --sync "$(cat "$work/id")" key space
sleep 10
[ "$(trained)" -gt $((before + 50)) ] || fail "Space does not train: $before, $(trained)"

# --- the association: a double click starts what the MIME type names; the window that is open takes the file
without_java gio info -a standard::content-type "$experiment" | grep -q 'application/x-undercurrent$' || fail "the file's type"
handler=$(without_java xdg-mime query default application/x-undercurrent)
[ "$handler" = undercurrent.desktop ] || fail "the type is opened by $handler"
without_java gio open "$experiment" || fail "the file could not be opened"
wait_for 60 "the experiment was not opened" shown '[Nn]ile'
[ "$(shown 'Undercurrent' | wc -l)" = 1 ] || fail "there are two windows"
say "a .undercurrent is of our type and opened by us; the second start handed it to the window that was open"

# --- quit as a window manager does
kill -0 "$window" || fail "the window is gone"
DISPLAY=$display wmctrl -i -c "$(cat "$work/id")"
wait_for 60 "it does not quit" sh -c "! kill -0 $window"
window=
say "it trains, and quits"

# --- opened by the association at once, with a home that cannot be written
chmod -R a-w "$home"
without_java sh -c ': >"$HOME/x"' 2>/dev/null && fail "the home can be written"
without_java gio open "$experiment" 2>"$work/err" || fail "not opened"
wait_for 120 "no window with a home that cannot be written: $(cat "$work/err")" shown '[Nn]ile'
kill $(pgrep -u undercurrent-test) 2>/dev/null || :
wait_for 60 "it does not end" sh -c "! pgrep -u undercurrent-test"
[ ! -e "$home/.openjfx" ] || fail "libraries were unpacked into the home"
say "it opens a .undercurrent from a home that cannot be written"
chmod -R u+w "$home"

# --- uninstall
dpkg --purge undercurrent >"$work/dpkg.log" 2>&1 || fail "purge"
files_after=$(find / -xdev \( -path /proc -o -path /tmp -o -path /var -o -path /work -o -path /root \) -prune -o -iname '*undercurrent*' -print | sort)
[ "$files_before" = "$files_after" ] || fail "left behind: $files_after"
[ ! -e /opt/undercurrent ] || fail "/opt/undercurrent is left"
without_java xdg-mime query default application/x-undercurrent | grep -q . && fail "the type is still known"
say "uninstalling leaves nothing"

# --- the .rpm and the archive that needs no rights: version, a window that opens, and one that goes
opens() { # program
  rm -f "$log"
  without_java "$1" version | grep -q '^Undercurrent [0-9]' || fail "$1 version"
  without_java "$1" 2>"$work/err" &
  window=$!
  wait_for 120 "$1 opens no window: $(cat "$work/err")" shown 'Undercurrent'
  wait_for 60 "$1 is not interactive" grep -qs interactive "$log"
  DISPLAY=$display wmctrl -i -c "$(shown Undercurrent | head -1)"
  wait_for 60 "$1 does not quit" sh -c "! kill -0 $window"
  window=
}
if command -v rpm >/dev/null; then
  # With a database of its own and without asking for what it depends on: this is a system of other packages.
  rpm --dbpath "$work/rpm" --nodeps -i "$packages"/undercurrent-*.rpm 2>"$work/err" || fail "rpm -i: $(cat "$work/err")"
  opens /usr/bin/undercurrent
  rpm --dbpath "$work/rpm" -e undercurrent 2>"$work/err" || fail "rpm -e: $(cat "$work/err")"
  [ ! -e /opt/undercurrent ] && [ ! -e /usr/bin/undercurrent ] || fail "the .rpm leaves something behind"
  say "the .rpm installs (without its dependencies), opens a window, and leaves nothing"
fi
without_java sh -c "tar -C \"\$HOME\" -xJ" <"$(ls "$packages"/undercurrent-*.tar.xz)" || fail "unpacking"
opens "$(ls -d "$home"/undercurrent-*/bin/undercurrent)"
say "the archive, unpacked by an ordinary person, opens a window"
