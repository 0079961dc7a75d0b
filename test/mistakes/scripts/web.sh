#!/bin/bash -ex
yum install -y httpd
echo "${{ Database.address }}" > /etc/db
	echo "${{ DB.adress }}"
