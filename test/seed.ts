import fc from 'fast-check';

// The properties try the same values in every run, so that a change is what makes a test fail; `SEED=random` tries others.
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 410) });
