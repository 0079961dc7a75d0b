const PASSWORD =
  'parameters:\n  Password: { type: String, noEcho: true, minLength: 8, description: Of the database. }\n';

/** A blueprint of some parts, one of which takes its time; `name` is one that nothing can change in place, and a `secret` is asked for. */
export function blueprint({ name = 'orders', size = 20, secret = false } = {}): string {
  return `name: shop
region: eu-central-1
${secret ? PASSWORD : ''}resources:
  - { id: Alarms, type: AWS::SNS::Topic, config: { DisplayName: "disk of ${size} GiB" } }
  - id: DB
    type: AWS::RDS::DBInstance
    dependsOn: Alarms
    deletionPolicy: Snapshot
    updateReplacePolicy: Snapshot
    config:
      Engine: mysql
      DBInstanceClass: db.t3.micro
      AllocatedStorage: "${size}"
      StorageEncrypted: true
      MasterUsername: admin
      ${secret ? 'MasterUserPassword: $Password' : 'ManageMasterUserPassword: true'}
  - id: Orders
    type: AWS::DynamoDB::Table
    dependsOn: DB
    deletionPolicy: Retain
    updateReplacePolicy: Retain
    config:
      TableName: ${name}
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
outputs:
  Orders: $Orders
`;
}
