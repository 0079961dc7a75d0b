#!/bin/bash -ex
# Makes this Ubuntu server take the pages in QUEUE, and put pictures of them into BUCKET.
apt-get install -y jq
snap install aws-cli --classic
snap install chromium
cat > /usr/local/bin/url2png <<EOF
#!/bin/bash
export AWS_DEFAULT_REGION=$REGION
cd "\$HOME"
while true; do
  message=\$(aws sqs receive-message --queue-url $QUEUE --wait-time-seconds 20 --query 'Messages[0]' --output json)
  [ -n "\$message" ] && [ "\$message" != null ] || continue
  page=\$(jq -r .Body <<< "\$message")
  id=\$(jq -r .id <<< "\$page")
  timeout 60 chromium --headless --no-sandbox --screenshot=page.png "\$(jq -r .url <<< "\$page")" &&
    aws s3 cp page.png "s3://$BUCKET/\${id//[^A-Za-z0-9.-]/-}.png" &&
    aws sqs delete-message --queue-url $QUEUE --receipt-handle "\$(jq -r .ReceiptHandle <<< "\$message")"
done
EOF
chmod +x /usr/local/bin/url2png
printf '%s\n' '[Service]' 'User=ubuntu' 'ExecStart=/usr/local/bin/url2png' 'Restart=always' '[Install]' \
  'WantedBy=multi-user.target' > /etc/systemd/system/url2png.service
systemctl enable --now url2png
