#!/bin/sh
# Builds the jar for spark-submit, and tries it on a cluster of this machine: a master, two workers of which one is
# killed, and 24 runs whose bytes must be those of one process. Usage: src/spark/verify.sh
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -Pspark verify
