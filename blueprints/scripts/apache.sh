#!/bin/bash -ex
dnf install -y httpd
echo "Hello from Apache" > /var/www/html/index.html
systemctl enable --now httpd
