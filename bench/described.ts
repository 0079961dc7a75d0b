/** A resource of some type, with the properties that people give it. */
type Kind = (index: number) => string;

/** Twenty types, each with what it needs; those that refer to others refer to the one before them in the list. */
const KINDS: readonly Kind[] = [
  (index) => `  - type: AWS::EC2::VPC
    id: Vpc${index}
    config:
      CidrBlock: 10.${index}.0.0/16
      EnableDnsHostnames: true
      Tags: [{ Key: Name, Value: "network ${index}" }]
`,
  (index) => `  - type: AWS::EC2::Subnet
    id: Subnet${index}
    config: { VpcId: $Vpc${index - 1}, CidrBlock: "10.${index - 1}.1.0/24", MapPublicIpOnLaunch: false }
`,
  (index) => `  - type: AWS::EC2::SecurityGroup
    id: Group${index}
    config:
      GroupDescription: what the outside may reach
      VpcId: $Vpc${index - 2}
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 203.0.113.0/24 }
`,
  (index) => `  - type: AWS::EC2::Instance
    id: Instance${index}
    config:
      ImageId: $Image
      InstanceType: t3.micro
      SubnetId: $Subnet${index - 2}
      SecurityGroupIds: [$Group${index - 1}.GroupId]
      BlockDeviceMappings:
        - { DeviceName: /dev/xvda, Ebs: { VolumeSize: 20, VolumeType: gp3, Encrypted: true } }
      MetadataOptions: { HttpTokens: required }
`,
  (index) => `  - type: AWS::ElasticLoadBalancingV2::TargetGroup
    id: Targets${index}
    config:
      VpcId: $Vpc${index - 4}
      Port: 80
      Protocol: HTTP
      HealthCheckPath: /health
      Matcher: { HttpCode: 200-299 }
      Targets: [{ Id: $Instance${index - 1} }]
`,
  (index) => `  - type: AWS::SQS::Queue
    id: Queue${index}
    config: { VisibilityTimeout: 30, MessageRetentionPeriod: 345600 }
`,
  (index) => `  - type: AWS::SNS::Topic
    id: Topic${index}
    config: { DisplayName: News, Subscription: [{ Protocol: sqs, Endpoint: $Queue${index - 1}.Arn }] }
`,
  (index) => `  - type: AWS::CloudWatch::Alarm
    id: Alarm${index}
    config:
      Namespace: AWS/SQS
      MetricName: ApproximateNumberOfMessagesVisible
      Dimensions: [{ Name: QueueName, Value: $Queue${index - 2}.QueueName }]
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 5
      Threshold: 100
      ComparisonOperator: GreaterThanThreshold
      AlarmActions: [$Topic${index - 1}]
`,
  (index) => `  - type: AWS::IAM::Role
    id: Role${index}
    config:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }
      Policies:
        - PolicyName: work
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
                Resource: !GetAtt Queue${index - 3}.Arn
`,
  (index) => `  - type: AWS::Lambda::Function
    id: Function${index}
    config:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: $Role${index - 1}.Arn
      Timeout: 30
      MemorySize: 256
      Environment: { Variables: { QUEUE: $Queue${index - 4} } }
      Code: { ZipFile: "exports.handler = async (event) => console.log(event)" }
`,
  (index) => `  - type: AWS::Events::Rule
    id: Rule${index}
    config:
      ScheduleExpression: rate(5 minutes)
      State: ENABLED
      Targets: [{ Id: function, Arn: $Function${index - 1}.Arn }]
`,
  (index) => `  - type: AWS::Lambda::Permission
    id: Permission${index}
    config:
      Action: lambda:InvokeFunction
      FunctionName: $Function${index - 2}
      Principal: events.amazonaws.com
      SourceArn: $Rule${index - 1}.Arn
`,
  (index) => `  - type: AWS::Logs::LogGroup
    id: Logs${index}
    deletionPolicy: Delete
    config: { RetentionInDays: 14 }
`,
  (index) => `  - type: AWS::S3::Bucket
    id: Bucket${index}
    deletionPolicy: Retain
    config:
      VersioningConfiguration: { Status: Enabled }
      BucketEncryption:
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }]
      LifecycleConfiguration: { Rules: [{ Status: Enabled, NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] }
`,
  (index) => `  - type: AWS::S3::BucketPolicy
    id: Policy${index}
    config:
      Bucket: $Bucket${index - 1}
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:PutObject
            Resource: !Sub "\${Bucket${index - 1}.Arn}/*"
            Condition: { Bool: { "aws:SecureTransport": "false" } }
`,
  (index) => `  - type: AWS::DynamoDB::Table
    id: Table${index}
    deletionPolicy: Retain
    updateReplacePolicy: Retain
    config:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
`,
  (index) => `  - type: AWS::SSM::Parameter
    id: Parameter${index}
    config: { Type: String, Value: $Table${index - 1} }
`,
  (index) => `  - type: AWS::ECS::Cluster
    id: Cluster${index}
    config: { ClusterSettings: [{ Name: containerInsights, Value: enabled }] }
`,
  (index) => `  - type: AWS::ECR::Repository
    id: Repository${index}
    deletionPolicy: Retain
    config: { ImageScanningConfiguration: { ScanOnPush: true }, ImageTagMutability: IMMUTABLE }
`,
  (index) => `  - type: AWS::ECS::TaskDefinition
    id: Task${index}
    config:
      Cpu: "256"
      Memory: "512"
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - Name: web
          Image: $Repository${index - 1}.RepositoryUri
          PortMappings: [{ ContainerPort: 80 }]
          LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: $Logs${index - 7} } }
`,
];

/** A blueprint of that many resources of twenty of CloudFormation's own types, in which nothing is wrong. */
export function described(count: number): string {
  const resources = Array.from({ length: count }, (_, index) => KINDS[index % KINDS.length]?.(index));
  return `parameters: { Image: { type: "AWS::EC2::Image::Id" } }\nresources:\n${resources.join('')}`;
}

/** A blueprint of that many queues. */
export function queues(count: number): string {
  const resources = Array.from(
    { length: count },
    (_, index) => `  - type: AWS::SQS::Queue
    id: Queue${index}
    config: { QueueName: work-${index}, VisibilityTimeout: 30, MessageRetentionPeriod: 345600 }
`,
  );
  return `resources:\n${resources.join('')}`;
}
