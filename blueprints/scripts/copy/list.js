// Tells the topic the key of each object in the bucket.
const { S3Client, paginateListObjectsV2 } = require('@aws-sdk/client-s3')
const { SNSClient, PublishBatchCommand } = require('@aws-sdk/client-sns')

const client = new S3Client()
const sns = new SNSClient()
const { SOURCE: Bucket, TOPIC: TopicArn } = process.env

exports.handler = async () => {
  for await (const { Contents = [] } of paginateListObjectsV2({ client, pageSize: 10 }, { Bucket })) {
    if (Contents.length === 0) continue
    const entries = Contents.map(({ Key }, index) => ({ Id: `${index}`, Message: Key }))
    await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: entries }))
  }
}
