const { writeFileSync } = require('node:fs');
const { Dot } = require('mocha').reporters;

/** Mocha's dots, and the numbers of tests that passed and failed in the file that COUNTS names. */
module.exports = class Counts extends Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => writeFileSync(process.env.COUNTS, `${this.stats.passes} ${this.stats.failures}\n`));
  }
};
