/** A blueprint of some parts, one of which takes its time; `name` is one that nothing can change in place. */
export function blueprint({ name = 'orders', size = 20 } = {}): string {
  return `name: shop
region: eu-central-1
resources:
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
      ManageMasterUserPassword: true
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
