#!/bin/sh
# Packs the image that installer/Image.java made: a .dmg, a .zip that needs no rights, and their checksums. The program is
# not signed: a Mac says that it "is damaged" or "cannot be checked" until its owner right-clicks it and chooses Open, or
# runs: xattr -d com.apple.quarantine Undercurrent.app. Usage: build.sh VERSION FOLDER
set -eu
version=$1
out=$(cd "$2" && pwd)
packages=$out/packages
machine=$(uname -m)
# macOS takes no version that begins with 0.
numbered=$(echo "$version" | sed 's/^0\./1./; s/-.*//')
rm -rf "$packages"
mkdir -p "$packages"

# The type of our files. An image that was made before cannot be given it by jpackage.
plist=$out/Undercurrent.app/Contents/Info.plist
plist() { /usr/libexec/PlistBuddy -c "$1" "$plist"; }
plist 'Add :CFBundleDocumentTypes array'
plist 'Add :CFBundleDocumentTypes:0 dict'
plist 'Add :CFBundleDocumentTypes:0:CFBundleTypeName string Undercurrent experiment'
plist 'Add :CFBundleDocumentTypes:0:CFBundleTypeRole string Editor'
plist 'Add :CFBundleDocumentTypes:0:LSHandlerRank string Owner'
plist 'Add :CFBundleDocumentTypes:0:CFBundleTypeExtensions array'
plist 'Add :CFBundleDocumentTypes:0:CFBundleTypeExtensions:0 string undercurrent'
# What was changed after it was signed has to be signed again; "-" names nobody.
codesign --force --deep --sign - "$out/Undercurrent.app"

ditto -c -k --keepParent "$out/Undercurrent.app" "$packages/undercurrent-$version-macos-$machine.zip"

jpackage="${JAVA_HOME:+$JAVA_HOME/bin/}jpackage"
"$jpackage" --type dmg --app-image "$out/Undercurrent.app" --name Undercurrent --app-version "$numbered" --dest "$packages"
mv "$packages/Undercurrent-$numbered.dmg" "$packages/undercurrent-$version-macos-$machine.dmg"

cp "$out/../bom.json" "$packages/undercurrent-$version.cdx.json" 2>/dev/null || :
(cd "$packages" && shasum -a 256 undercurrent* >SHA256SUMS && cat SHA256SUMS)
