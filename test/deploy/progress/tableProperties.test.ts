import { stripVTControlCharacters } from 'node:util';
import { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { expect } from 'chai';
import fc from 'fast-check';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { brush } from '../../../deploy/progress/brush.js';
import { Live } from '../../../deploy/progress/live.js';
import { table } from '../../../deploy/progress/table.js';
import { BEGINNING, result, StillClock } from './play.js';
import { Screen } from './screen.js';

const names = fc.oneof(
  fc.constantFrom('DB', 'Data', 'Network', '__proto__', 'constructor', '日本語の資源', 'x'.repeat(200), '\x1b[2J\r\n'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const paths = fc.constantFrom('shop', 'shop/Data', 'shop/Data/Data', 'other');
const times = fc.integer({ min: 0, max: 10_000_000 }).map((milliseconds) => BEGINNING + milliseconds);
const ids = fc.array(names, { maxLength: 3 });

const told: fc.Arbitrary<DeployEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('step', 'note', 'warning'), text: names }),
  fc.record({
    kind: fc.constant('watch' as const),
    stack: paths,
    resources: fc.array(
      fc.record({
        id: names,
        type: names,
        needs: ids,
        action: fc.constantFrom('add', 'modify', 'replace', 'remove', 'import', 'none'),
      }),
      { maxLength: 12 },
    ),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('resource' as const),
      at: times,
      stack: paths,
      id: names,
      type: names,
      status: fc.constantFrom(...Object.values(ResourceStatus)),
      reason: names,
    }),
  },
  fc.record({
    kind: fc.constant('stack' as const),
    at: times,
    stack: paths,
    status: fc.constantFrom(...Object.values(StackStatus)),
  }),
  fc.record({ kind: fc.constant('end' as const), result: names.map((text) => result({ text })) }),
);

type Act = DeployEvent | 'tick' | 'pause' | 'resume' | { readonly size: readonly [number, number] };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: told },
  { weight: 4, arbitrary: fc.constant('tick' as const) },
  fc.constantFrom('pause' as const, 'resume' as const),
  fc.record({ size: fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 40 })) }),
);

/** Plays on a screen; nothing in it may be wider than the screen is at that time. */
function play(list: readonly Act[], columns: number, rows: number, colour: boolean): Screen {
  const screen = new Screen(columns, rows);
  const clock = new StillClock();
  let tick: (() => void) | undefined;
  let _hidden = false;
  const every = (_: number, one: () => void) => {
    tick = one;
    return () => {
      tick = undefined;
    };
  };
  const view = table({ stream: screen, clock, colour, every, atExit: () => () => {} });
  list.forEach((act, index) => {
    clock.at(index * 60);
    if (act === 'tick') tick?.();
    else if (act === 'pause') view.pause();
    else if (act === 'resume') view.resume();
    else if ('size' in act) screen.resize(...act.size);
    else view.report(act);
    _hidden ||= !screen.cursorShown;
  });
  view.close();
  expect(tick).to.equal(undefined);
  expect(screen.listening).to.equal(0);
  return screen;
}

describe('the live table, whatever happens', () => {
  it('is never wider or higher than the terminal, and leaves the cursor as it was', () => {
    fc.assert(
      fc.property(
        fc.array(acts, { maxLength: 40 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (list, columns, rows, colour) => {
          const screen = play(list, columns, rows, colour);
          expect(screen.overflows).to.equal(0);
          expect(screen.lost).to.equal(0);
          expect(screen.cursorShown).to.equal(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows the same in colour', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), (list) => {
        expect(play(list, 80, 24, true).text).to.deep.equal(play(list, 80, 24, false).text);
      }),
    );
  });

  it('writes no control character that it does not mean', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 20 }), (list) => {
        const text = stripVTControlCharacters(play(list, 80, 24, true).writes.join('')).replace(
          /[\r\n]|\p{Cc}[78]/gu,
          '',
        );
        expect(text).not.to.match(/\p{Cc}/u);
      }),
    );
  });
});

describe('lines that are drawn again and again', () => {
  const frames = fc.array(
    fc.record({
      lines: fc.array(fc.constantFrom('a', 'bb', 'ccc', brush(true)('bad', 'dddd'), ''), { maxLength: 6 }),
      above: fc.constantFrom('', '', '', 'one\n', 'two\nthree\n', `${'long '.repeat(9)}\n`),
    }),
    { maxLength: 12 },
  );

  it('look as if they had been drawn at once, below all that was to stay', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 7, max: 12 }), (list, rows) => {
        const screen = new Screen(20, rows);
        const live = new Live(screen);
        const kept: string[] = [];
        for (const { lines, above } of list) {
          live.draw(lines, above);
          kept.push(...above.split('\n').slice(0, -1));
          const expected = new Screen(20, 1000);
          expected.write([...kept, ...lines].join('\r\n'));
          expect(screen.text).to.deep.equal(expected.text);
        }
        live.leave();
        expect(screen.cursorShown).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });
});
