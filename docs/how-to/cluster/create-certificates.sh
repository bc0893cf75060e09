#!/bin/sh
# An authority, and a certificate for each node. What is there is left alone: to renew a node's, remove its folder first.
set -eu
cd /certificates
[ -e authority/ca.key ] || es-gencert-cli create-ca -days 3650 -out authority
for node in node1 node2 node3; do
  [ -e "$node/node.key" ] || es-gencert-cli create-node -days 730 -dns-names "$node,localhost" -ip-addresses 127.0.0.1 \
    -ca-certificate authority/ca.crt -ca-key authority/ca.key -out "$node"
  chown -R 1000:1000 "$node" # the account of the nodes
  chmod 600 "$node/node.key"
done
mkdir -p trusted
cp authority/ca.crt trusted/ca.crt
chmod 644 trusted/ca.crt
