#!/bin/bash -ex
# Finds the other servers of the GRID (they stand behind a security group), and writes them down with what they are for.
mkdir -p /etc/elastic-grid
cat > /usr/local/bin/find-grid <<EOF
#!/bin/bash -e
aws --region $REGION ec2 describe-instances --output text \
  --filters Name=instance.group-id,Values=$GRID Name=instance-state-name,Values=running \
  --query 'Reservations[].Instances[].[PrivateIpAddress,join(\`,\`,SecurityGroups[].GroupName)]' \
  > /etc/elastic-grid/servers
EOF
chmod +x /usr/local/bin/find-grid
/usr/local/bin/find-grid
dnf install -y cronie
echo '* * * * * root /usr/local/bin/find-grid' > /etc/cron.d/elastic-grid
systemctl enable --now crond
