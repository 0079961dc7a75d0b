import type { WrittenGraph } from '../template/logical.js';
import { destination } from './destination.js';
import { Misuse, type Outcome, outcome } from './outcome.js';
import { type BlueprintOptions, compileEach, findings } from './pipeline.js';

/** The forms in which a graph can be drawn, and how files of them end. */
export const pictures = { svg: 'svg', dot: 'dot', mermaid: 'mmd', json: 'json' } as const;

export type Picture = keyof typeof pictures;

export interface GraphCommandOptions extends BlueprintOptions {
  readonly picture: Picture;
  readonly output: string | undefined;
  /** A file to write the picture to and to show it from. */
  readonly open: string | undefined;
}

/** `jiml graph`: the resources of a blueprint and what each needs, as a picture. */
export async function graph(options: GraphCommandOptions): Promise<Outcome> {
  if (options.open !== undefined) refuseToOpen(options);
  const compiled = await compileEach(options);
  const found = findings(compiled);
  if (found.failed) return outcome(found);
  const products = [];
  for (const { input, compilation } of compiled) {
    const text = await draw(compilation.written ?? { nodes: [], edges: [] }, options.picture);
    const name = `${input.name}.${pictures[options.picture]}`;
    products.push({ name, from: input.files.map(({ file }) => file), text });
  }
  const shown = options.open === undefined ? {} : { open: options.open };
  return outcome({ ...found, ...destination(products, options.open ?? options.output), ...shown });
}

function refuseToOpen({ blueprints, picture }: GraphCommandOptions): void {
  if (blueprints.length > 1) throw new Misuse('--open shows one blueprint: name one.');
  if (picture !== 'svg') throw new Misuse(`--open shows an SVG: leave --format ${picture} out.`);
}

async function draw(written: WrittenGraph, picture: Picture): Promise<string> {
  const { chart } = await import('../graph/chart.js');
  const drawn = chart(written);
  switch (picture) {
    case 'svg':
      return (await import('../graph/svg.js')).svg(drawn);
    case 'dot':
      return (await import('../graph/dot.js')).dot(drawn);
    case 'mermaid':
      return (await import('../graph/mermaid.js')).mermaid(drawn);
    case 'json':
      return (await import('../graph/json.js')).json(drawn);
  }
}
