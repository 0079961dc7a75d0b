/** What a text is about, which decides its colour. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'faint'
  | 'good'
  | 'bad'
  | 'doubtful'
  | 'busy'
  | 'success'
  | 'alarm'
  | 'caution';

const codes: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  faint: '2',
  good: '32',
  bad: '31',
  doubtful: '33',
  busy: '36',
  success: '1;32',
  alarm: '1;31',
  caution: '1;33',
};

export type Brush = (tone: Tone, text: string) => string;

/** ANSI colours, or none. Takes text that is fit to be shown. */
export function brush(colour: boolean): Brush {
  return (tone, text) => (colour && text !== '' && codes[tone] !== '' ? `\x1b[${codes[tone]}m${text}\x1b[0m` : text);
}
