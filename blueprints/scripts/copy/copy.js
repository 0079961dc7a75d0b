// Copies the objects whose keys the topic tells.
const { S3Client, CopyObjectCommand } = require('@aws-sdk/client-s3')

const s3 = new S3Client()
const { SOURCE, TARGET: Bucket } = process.env

exports.handler = async ({ Records }) => {
  for (const { Sns } of Records) {
    const Key = Sns.Message
    const CopySource = `${SOURCE}/${encodeURIComponent(Key)}`
    await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource }))
  }
}
