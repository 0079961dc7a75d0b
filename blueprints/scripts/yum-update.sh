#!/bin/bash -ex
# Updates the packages of this Amazon Linux server: all, those that mend a weakness (security), or to VERSIONS (versions).
case "$UPDATES" in
  all) dnf upgrade -y --releasever=latest ;;
  security) dnf upgrade -y --releasever=latest --security ;;
  versions)
    read -ra packages <<< "$VERSIONS"
    dnf install -y --releasever=latest "${packages[@]}"
    ;;
esac
