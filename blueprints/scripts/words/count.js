// Counts the words of what Slack posts, and tells a topic what was said, if there is one.
const { DynamoDBClient, UpdateItemCommand } = require('@aws-sdk/client-dynamodb')
const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns')

const dynamo = new DynamoDBClient()
const sns = new SNSClient()
const { DYNAMO_TABLE: TableName, SNS_TOPIC_ARN: TopicArn } = process.env

exports.handler = async ({ body = '', isBase64Encoded }) => {
  const form = new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body)
  const text = form.get('text') ?? ''
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    await dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key: { word: { S: word } },
        UpdateExpression: 'ADD said :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    )
  }
  if (TopicArn) await sns.send(new PublishCommand({ TopicArn, Message: text || '(nothing)' }))
  return { statusCode: 200, body: '' }
}
