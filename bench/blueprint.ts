/** How often each kind stands in a score of resources: mostly CloudFormation's own types, a fifth of the language's. */
const KINDS = [queue, topic, role, queue, instance, bucket, topic, role, queue, firewall] as const;
const ROUND = [...KINDS, queue, topic, role, queue, instance, server, topic, role, queue, firewall] as const;

/**
 * A blueprint of that many resources, in the shapes that people write: queues and topics, roles whose policies name
 * what they allow, instances with scripts that name others, buckets, firewalls and servers. The same for the same count.
 */
export function blueprint(count: number): string {
  const resources = Array.from({ length: count }, (_, index) => (ROUND[index % ROUND.length] ?? queue)(index));
  return `region: us-east-1\nresources:\n${resources.join('')}`;
}

/** The nearest resource before it of the kind that stands at those places of the round; itself at the start. */
function before(index: number, places: readonly number[]): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - ROUND.length); at--) {
    if (places.includes(at % ROUND.length)) return at;
  }
  return undefined;
}

function nearestQueue(index: number): string {
  return `Queue${before(index, [0, 3, 8, 10, 13, 18]) ?? 0}`;
}

function queue(index: number): string {
  return `  - type: AWS::SQS::Queue
    id: Queue${index}
    config:
      QueueName: work-${index}
      VisibilityTimeout: ${30 + (index % 60)}
      MessageRetentionPeriod: 345600
`;
}

function topic(index: number): string {
  return `  - type: AWS::SNS::Topic
    id: Topic${index}
    config:
      DisplayName: "News, part ${index}"
      Subscription:
        - { Protocol: sqs, Endpoint: $${nearestQueue(index)}.Arn }
`;
}

function role(index: number): string {
  return `  - type: AWS::IAM::Role
    id: Role${index}
    config:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: "sts:AssumeRole" }
      Policies:
        - PolicyName: work
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
                Resource: !GetAtt ${nearestQueue(index)}.Arn
`;
}

function instance(index: number): string {
  return `  - type: AWS::EC2::Instance
    id: Instance${index}
    config:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      Tags: [{ Key: Name, Value: "worker ${index}" }]
      UserData: !Base64 |
        #!/bin/bash -ex
        export QUEUE=\${{ ${nearestQueue(index)} }}
        export REGION=\${{ AWS::Region }}
        while true; do
          MESSAGE=$(aws sqs receive-message --region "$REGION" --queue-url "$QUEUE")
          [ -n "\${MESSAGE}" ] && echo "$MESSAGE" >> /var/log/work.log
          sleep 5
        done
    dependsOn: ${nearestQueue(index)}
`;
}

function bucket(index: number): string {
  return `  - type: bucket
    id: Bucket${index}
`;
}

function firewall(index: number): string {
  const other = before(index, [9, 19]);
  return `  - type: firewall
    id: Firewall${index}
    config:
      allow:
        - { ports: 22, from: 203.0.113.0/24 }
        - { ports: 443, from: ${other === undefined ? 'anywhere' : `$Firewall${other}`} }
`;
}

function server(index: number): string {
  return `  - type: server
    id: Server${index}
    config:
      cpu: 2
      ram: 4
      os: ubuntu
      firewall: $Firewall${before(index, [9, 19]) ?? 9}
      script: |
        #!/bin/bash -ex
        aws s3 sync s3://\${{ Bucket${before(index, [5]) ?? 5}.name }} /srv/www
`;
}
