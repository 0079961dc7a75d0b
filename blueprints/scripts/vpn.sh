#!/bin/bash -e
# Makes this Ubuntu server answer L2TP over IPsec, for one user. Needs IPSEC_PSK, VPN_USER and VPN_PASSWORD, which bash
# would show in the server's console if it said what it does (-x).
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y strongswan xl2tpd ppp iptables-persistent

umask 077
echo "%any : PSK \"${IPSEC_PSK}\"" > /etc/ipsec.secrets
echo "\"${VPN_USER}\" l2tpd \"${VPN_PASSWORD}\" *" > /etc/ppp/chap-secrets
umask 022

cat > /etc/ipsec.conf <<'EOF'
conn l2tp
  type=transport
  authby=psk
  keyexchange=ikev1
  ike=aes256-sha256-modp2048,aes128-sha1-modp2048!
  esp=aes256-sha256,aes128-sha1!
  left=%defaultroute
  leftprotoport=17/1701
  right=%any
  rightprotoport=17/%any
  dpdaction=clear
  auto=add
EOF

cat > /etc/xl2tpd/xl2tpd.conf <<'EOF'
[lns default]
ip range = 192.168.42.10-192.168.42.250
local ip = 192.168.42.1
require chap = yes
refuse pap = yes
require authentication = yes
name = l2tpd
pppoptfile = /etc/ppp/options.xl2tpd
EOF

cat > /etc/ppp/options.xl2tpd <<'EOF'
require-mschap-v2
ms-dns 169.254.169.253
auth
mtu 1280
mru 1280
EOF

# Whoever is connected reaches the network and the internet with the server's own address.
echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-vpn.conf
sysctl -p /etc/sysctl.d/90-vpn.conf
iptables -t nat -A POSTROUTING -s 192.168.42.0/24 -j MASQUERADE
netfilter-persistent save

systemctl enable strongswan-starter xl2tpd
systemctl restart strongswan-starter xl2tpd
