// Shows an image that was made, or says how far it is.
const { get, stateOf } = require('./store.js')

exports.handler = async ({ pathParameters: { id } }) => {
  const state = await stateOf(id)
  if (state === undefined) return { statusCode: 404 }
  if (state !== 'processed') return { statusCode: 200, body: JSON.stringify({ id, state }) }
  const { bytes, type } = await get(`processed/${id}.svg`)
  return { statusCode: 200, headers: { 'content-type': type }, body: bytes.toString('utf8') }
}
