#!/bin/bash -e
# Installs AllegroGraph from PACKAGE under the name NAME. With NODES (addresses with commas
# between them) it makes a federation of the parts that these have.
mkdir -p /opt/agraph /tmp/agraph
curl -sSf "$PACKAGE" | tar xz --strip-components=1 -C /tmp/agraph
/tmp/agraph/install-agraph /opt/agraph --non-interactive --config-file /opt/agraph/lib/agraph.cfg \
  --data-dir /opt/agraph/data --log-dir /var/log --port 10035 --runas-user agraph --create-runas-user \
  --super-user admin --super-password "$PASSWORD"
hostnamectl set-hostname "$NAME"
/opt/agraph/bin/agraph-control --config /opt/agraph/lib/agraph.cfg start
call() { curl -sSf -u "admin:$PASSWORD" "$@"; }

if [ -z "$NODES" ]; then
  call -X PUT http://localhost:10035/repositories/part
  exit
fi
parts=()
for node in ${NODES//,/ }; do
  call "http://$node:10035/repositories/part/size"
  parts+=(--data-urlencode "store=<http://admin:$PASSWORD@$node:10035/repositories/part>")
done
call -G -X POST http://localhost:10035/session "${parts[@]}"
