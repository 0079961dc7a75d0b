// Says how often who is greeted was greeted before.
const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb')

const dynamo = new DynamoDBClient()
const { DYNAMO_TABLE: TableName } = process.env

exports.handler = async ({ Records }) => {
  for (const { Sns } of Records) {
    if (!/\bhello\b/i.test(Sns.Message)) continue
    const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: { word: { S: 'hello' } } }))
    console.log(`Hello! This was said ${Item?.said?.N ?? 0} times.`)
  }
}
