import { colour, hueOf } from './family.js';

/** Sizes of text in pixels. */
export const TEXT = { id: 13, type: 11, label: 10.5 };

const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif';

interface Theme {
  readonly paper: string;
  readonly box: string;
  readonly border: string;
  readonly ink: string;
  readonly soft: string;
  readonly wire: string;
  readonly frame: string;
  readonly critical: string;
  readonly cycle: string;
  /** Lightness of the colours of families. */
  readonly family: number;
}

const LIGHT: Theme = {
  ...{ paper: '#ffffff', box: '#ffffff', border: '#c6ced8', ink: '#1c2733', soft: '#5c6b7a', wire: '#94a3b4' },
  ...{ frame: '#eef2f6', critical: '#d9730d', cycle: '#d02b4a', family: 0.52 },
};

const DARK: Theme = {
  ...{ paper: '#0d1117', box: '#1a212b', border: '#3a4654', ink: '#e8edf2', soft: '#9caab8', wire: '#66758a' },
  ...{ frame: '#141b24', critical: '#f0923a', cycle: '#ff6b84', family: 0.6 },
};

/** The style sheet of a picture: light, and dark where the reader's system is. Families are called `f0`, `f1` …. */
export function style(families: readonly string[]): string {
  return [
    `text{font-family:${FONT}}`,
    `.id{font-size:${TEXT.id}px;font-weight:600}`,
    `.type{font-size:${TEXT.type}px}`,
    `.label{font-size:${TEXT.label}px}`,
    '.box{stroke-width:1}.critical .box{stroke-width:2}',
    '.frame{stroke-width:1}',
    '.line{fill:none;stroke-width:1.3}.critical .line{stroke-width:2.2}.cycle .line{stroke-dasharray:5 4}',
    themed(LIGHT, families),
    `@media (prefers-color-scheme:dark){${themed(DARK, families)}}`,
  ].join('\n');
}

function themed(theme: Theme, families: readonly string[]): string {
  return [
    `.paper{fill:${theme.paper}}`,
    `.box{fill:${theme.box};stroke:${theme.border}}`,
    `.id{fill:${theme.ink}}.type,.label{fill:${theme.soft}}`,
    `.frame{fill:${theme.frame};stroke:${theme.border}}`,
    ...wires('.wire', theme.wire),
    ...wires('.critical', theme.critical),
    ...wires('.cycle', theme.cycle),
    `.critical .box{stroke:${theme.critical}}.critical .label{fill:${theme.critical}}.cycle .label{fill:${theme.cycle}}`,
    ...families.map((family, index) => `.f${index}{fill:${colour(hueOf(family), 0.55, theme.family)}}`),
  ].join('');
}

function wires(kind: string, paint: string): string[] {
  return [`${kind} .line{stroke:${paint}}`, `${kind} .head{fill:${paint}}`];
}
