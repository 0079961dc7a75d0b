#!/bin/bash -ex
# Makes this Ubuntu server a cache on port 80 for the server BACKEND.
apt-get update
apt-get install -y varnish
cat > /etc/varnish/default.vcl <<EOF
vcl 4.0;
backend default {
  .host = "${BACKEND}";
  .port = "80";
}
EOF
sed 's/:6081/:80/' /usr/lib/systemd/system/varnish.service > /etc/systemd/system/varnish.service
systemctl daemon-reload
systemctl restart varnish
