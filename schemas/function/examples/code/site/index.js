const { page } = require('./page.js')

exports.handler = async ({ rawPath }) => ({ statusCode: 200, body: page(rawPath) })
