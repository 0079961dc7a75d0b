exports.page = (path) => `You are at ${path}.`
