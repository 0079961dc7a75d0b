/** Colours of what happens to a resource, in a light and in a dark page. */
const MARKS = {
  replaced: ['#cf222e', '#ff7b72'],
  perhaps: ['#9a6700', '#d29922'],
  changed: ['#0969da', '#58a6ff'],
  added: ['#1a7f37', '#3fb950'],
} as const;

/** The style sheet of the page. Its rules for boxes are more specific than those of the picture, which follow later. */
export const STYLE = [
  'body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2733;background:#fff}',
  'pre{background:#f6f8fa;padding:.75rem;border-radius:6px;overflow-x:auto;font-size:13px}',
  'pre .prose{font-style:italic}small,.where{color:#5c6b7a;font-weight:normal}',
  '.summary{font-weight:600}summary{font-weight:600;font-size:1.15rem;cursor:pointer;margin:1rem 0}',
  '.risk{border-left:4px solid #cf222e;padding-left:1rem}',
  'figure{margin:1rem 0;overflow:auto hidden}.key{border-bottom:3px solid;margin-right:1rem}',
  '.plus{color:#1a7f37}.minus{color:#cf222e}.tilde{color:#9a6700}',
  ...themed(0),
  '@media (prefers-color-scheme:dark){body{color:#e8edf2;background:#0d1117}pre{background:#161b22}small,.where{color:#9caab8}',
  '.plus{color:#3fb950}.minus{color:#ff7b72}.tilde{color:#d29922}',
  ...themed(1),
  '}',
].join('\n');

function themed(theme: 0 | 1): readonly string[] {
  return Object.entries(MARKS).map(
    ([mark, colours]) =>
      `svg .${mark} .box{stroke:${colours[theme]};stroke-width:3}.key.${mark}{border-color:${colours[theme]}}`,
  );
}
