#!/bin/bash -ex
# Makes this Amazon Linux server forward what comes from its network, under its own address.
dnf install -y iptables-services
echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-nat.conf
sysctl -p /etc/sysctl.d/90-nat.conf
iptables -F FORWARD
iptables -t nat -A POSTROUTING -s 10.0.0.0/16 ! -d 10.0.0.0/16 -j MASQUERADE
service iptables save
systemctl enable --now iptables
