#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the Dockerfile and runs the image once, without a container engine: debootstrap makes the base, buildah builds.
# As root on Debian 12; about five minutes. Not part of ./test.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/install.sh
install_packages debootstrap buildah crun curl
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! buildah inspect --type image docker.io/library/debian:bookworm-slim >/dev/null 2>&1; then
    debootstrap --variant=minbase --include=ca-certificates bookworm "$work/rootfs" >"$work/debootstrap.log"
    cp /etc/apt/sources.list "$work/rootfs/etc/apt/" 2>/dev/null || true
    cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$work/rootfs/etc/apt/" 2>/dev/null || true
    base=$(buildah from scratch)
    buildah copy -q "$base" "$work/rootfs" /
    buildah commit -q "$base" docker.io/library/debian:bookworm-slim
    buildah rm "$base" >/dev/null
fi
buildah bud --isolation chroot --pull-never --network host -t gisa:dev .
c=$(buildah from --pull-never localhost/gisa:dev)
buildah run --isolation chroot "$c" -- /usr/local/bin/gisa --version
buildah run --isolation chroot "$c" -- /usr/local/bin/gisa serve --listen 127.0.0.1:18080 &
server=$!
for _ in $(seq 50); do curl -fs http://127.0.0.1:18080/readyz >/dev/null && break; sleep 0.2; done
curl -fsS --data-binary @tests/samples/article.txt 'http://127.0.0.1:18080/v1/analyze?format=text'
buildah run --isolation chroot "$c" -- /usr/local/bin/gisa healthcheck http://127.0.0.1:18080/readyz
kill $server
buildah rm "$c" >/dev/null
echo "container: built, served and answered"
