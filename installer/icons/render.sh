#!/bin/sh
# Renders undercurrent.svg in all sizes and forms; needs rsvg-convert, ImageMagick and png2icns.
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert -w $size -h $size undercurrent.svg -o undercurrent-$size.png
done
convert undercurrent-16.png undercurrent-24.png undercurrent-32.png undercurrent-48.png undercurrent-64.png undercurrent-256.png undercurrent.ico
png2icns undercurrent.icns undercurrent-16.png undercurrent-32.png undercurrent-48.png undercurrent-128.png undercurrent-256.png undercurrent-512.png
