// Takes an image and says under which id it will be found.
const { randomUUID } = require('node:crypto')
const { put, setState } = require('./store.js')

exports.handler = async ({ body = '', isBase64Encoded, headers }) => {
  const id = randomUUID()
  await setState(id, 'uploaded')
  await put(`uploads/${id}`, Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), headers['content-type'])
  return { statusCode: 202, body: JSON.stringify({ id }) }
}
