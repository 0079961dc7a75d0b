// The bucket is told by the event: a function that a bucket calls cannot know it beforehand.
// Makes a drawing of each new image that shows it in sepia, without a library: a filter of SVG does it.
const { get, put, setState } = require('./store.js')

const SEPIA = '.393 .769 .189 0 0 .349 .686 .168 0 0 .272 .534 .131 0 0 0 0 0 1 0'

exports.handler = async ({ Records }) => {
  for (const { s3 } of Records) {
    const key = decodeURIComponent(s3.object.key.replace(/\+/g, ' '))
    const id = key.split('/').pop()
    const { bytes, type } = await get(key, s3.bucket.name)
    await put(`processed/${id}.svg`, drawing(bytes, type), 'image/svg+xml', s3.bucket.name)
    await setState(id, 'processed')
  }
}

function drawing(bytes, type) {
  const image = `<image href="data:${type};base64,${bytes.toString('base64')}" width="100%" filter="url(#sepia)"/>`
  const filter = `<filter id="sepia"><feColorMatrix values="${SEPIA}"/></filter>`
  return `<svg xmlns="http://www.w3.org/2000/svg">${filter}${image}</svg>`
}
