#!/bin/sh
# Packs the image that installer/Image.java made: a .tar.xz that needs no rights, a .deb and a .rpm, and their
# checksums. Usage: build.sh VERSION FOLDER, where the image lies in FOLDER/Undercurrent.
set -eu
version=$1
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")/.." && pwd)
image=$out/Undercurrent
packages=$out/packages
root=$out/root
rm -rf "$packages" "$root"
mkdir -p "$packages"

# The image with the script that people and menus start. Times of files stay as they are: Java passes over its cache
# when those of the jars have changed.
install -m 755 "$here/launcher/bin/undercurrent" "$image/bin/undercurrent"
# jpackage's own starter asks dpkg or rpm at each start where its files are, which takes time and writes to the home.
rm -f "$image/bin/Undercurrent" "$image/lib/libapplauncher.so"

# --- plain: unpack anywhere, start bin/undercurrent
tar -C "$out" --owner=0 --group=0 --transform "s,^Undercurrent,undercurrent-$version," -cJf "$packages/undercurrent-$version-linux-x64.tar.xz" Undercurrent

# --- the tree of both packages
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
  "$root/usr/share/metainfo" "$root/usr/share/doc/undercurrent"
cp -a "$image" "$root/opt/undercurrent"
ln -s /opt/undercurrent/bin/undercurrent "$root/usr/bin/undercurrent"
install -m 644 "$here"/linux/*.desktop "$root/usr/share/applications/"
install -m 644 "$here/linux/undercurrent-mime.xml" "$root/usr/share/mime/packages/undercurrent.xml"
install -m 644 "$here/linux/undercurrent.metainfo.xml" "$root/usr/share/metainfo/"
install -m 644 "$here/licences/PARTS.md" "$root/usr/share/doc/undercurrent/copyright"
for size in 16 24 32 48 64 128 256 512; do
  install -D -m 644 "$here/icons/undercurrent-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/undercurrent.png"
done
install -D -m 644 "$here/icons/undercurrent.svg" "$root/usr/share/icons/hicolor/scalable/apps/undercurrent.svg"
desktop-file-validate "$root"/usr/share/applications/*.desktop || test ! -x /usr/bin/desktop-file-validate
appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml || test ! -x /usr/bin/appstreamcli

# --- Debian: menus, icons and file types are brought up to date by the system's own triggers
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: undercurrent
Version: $version
Section: science
Priority: optional
Architecture: amd64
Maintainer: The Undercurrent authors <undercurrent@localhost>
Installed-Size: $(du -sk --apparent-size "$root/opt" | cut -f1)
Depends: libc6 (>= 2.17), libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1, libfontconfig1, zlib1g
Recommends: xdg-utils, libasound2t64 | libasound2
Description: desktop lab for deep state-space models
 Open a series, press Play, and watch a Deep Markov Model learn it: the ELBO
 climbs, the latent trajectory unfolds, filtered means settle on the data, and
 a fan of sample paths shows what may come next. Carries its own Java.
CONTROL
chmod -R u+rwX,go+rX,go-w "$root"
dpkg-deb --root-owner-group -Zxz --build "$root" "$packages/undercurrent_${version}_amd64.deb"
rm -r "$root/DEBIAN"

# --- RPM
if command -v rpmbuild >/dev/null; then
  cat >"$out/undercurrent.spec" <<SPEC
Name: undercurrent
Version: $version
Release: 1
Summary: Desktop lab for deep state-space models
License: Apache-2.0
AutoReqProv: no
Requires: gtk3, libXtst, libXxf86vm, fontconfig
Recommends: alsa-lib
%define __os_install_post %{nil}
%define _build_id_links none
%define clamp_mtime_to_source_date_epoch 0
%description
Open a series, press Play, and watch a Deep Markov Model learn it. Carries its own Java.
%files
%defattr(-,root,root)
/opt/undercurrent
/usr/bin/undercurrent
/usr/share/applications/undercurrent*.desktop
/usr/share/mime/packages/undercurrent.xml
/usr/share/metainfo/undercurrent.metainfo.xml
/usr/share/doc/undercurrent
/usr/share/icons/hicolor/*/apps/undercurrent.*
%post
update-desktop-database >/dev/null 2>&1 || :
update-mime-database /usr/share/mime >/dev/null 2>&1 || :
%postun
update-desktop-database >/dev/null 2>&1 || :
update-mime-database /usr/share/mime >/dev/null 2>&1 || :
SPEC
  rpmbuild --quiet -bb --buildroot "$root" --define "_topdir $out/rpm" --define "_rpmdir $packages" \
    --define "_build_name_fmt undercurrent-%%{VERSION}-1.x86_64.rpm" --define "_binary_payload w7T0.xzdio" \
    --noclean --short-circuit "$out/undercurrent.spec"
else
  echo "There is no rpmbuild, so no .rpm is made."
fi

cp "$image/lib/licences/undercurrent.cdx.json" "$packages/undercurrent-$version.cdx.json" 2>/dev/null || :
(cd "$packages" && sha256sum undercurrent* >SHA256SUMS && cat SHA256SUMS)
rm -rf "$root" "$out/rpm" "$out/undercurrent.spec"
ls -l "$packages"
