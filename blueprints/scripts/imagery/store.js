// Images in the bucket, and what is known of them in the table.
const { S3Client, GetObjectCommand, PutObjectCommand } = require('@aws-sdk/client-s3')
const { DynamoDBClient, GetItemCommand, UpdateItemCommand } = require('@aws-sdk/client-dynamodb')

const s3 = new S3Client()
const dynamo = new DynamoDBClient()
const { BUCKET, TABLE: TableName } = process.env
const MONTH = 30 * 24 * 60 * 60

exports.put = (Key, Body, ContentType, Bucket = BUCKET) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))

exports.get = async (Key, Bucket = BUCKET) => {
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  return { bytes: Buffer.from(await Body.transformToByteArray()), type: ContentType }
}

exports.setState = (id, state) =>
  dynamo.send(
    new UpdateItemCommand({
      TableName,
      Key: { id: { S: id } },
      UpdateExpression: 'SET #state = :state, gone = :gone',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': { S: state },
        ':gone': { N: `${Math.floor(Date.now() / 1000) + MONTH}` },
      },
    }),
  )

exports.stateOf = async (id) => {
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))
  return Item?.state.S
}
