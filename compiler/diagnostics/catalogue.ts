import { adopting } from './catalogue/adopting.js';
import { checking } from './catalogue/checking.js';
import { deploying } from './catalogue/deploying.js';
import { expanding } from './catalogue/expanding.js';
import { linking } from './catalogue/linking.js';
import { linting } from './catalogue/linting.js';
import { parsing } from './catalogue/parsing.js';
import { properties } from './catalogue/properties.js';
import { typing } from './catalogue/typing.js';

/** Every code with its severity and its sentence, by the phase that reports it. docs/diagnostics.md explains each. */
export const catalogue = {
  ...parsing,
  ...checking,
  ...properties,
  ...typing,
  ...expanding,
  ...linking,
  ...linting,
  ...adopting,
  ...deploying,
};

export type Code = keyof typeof catalogue;

/** What the sentence of a code needs to know. */
export type Arguments<C extends Code> = Parameters<(typeof catalogue)[C]['sentence']>[0];
