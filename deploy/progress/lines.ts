import { printable } from '../../compiler/diagnostics/render/printable.js';
import type { DeployEvent, ResourceEvent, StackStateEvent } from '../api/report.js';
import type { Clock } from '../api/session.js';
import { type Brush, brush, type Tone } from './brush.js';
import { endingText } from './ending.js';
import { isCancelled } from './failure.js';
import { cellsIn } from './fit.js';
import { saidText } from './said.js';
import { stageOf } from './statuses.js';
import { elapsed, timeOfDay } from './time.js';
import type { Source, View } from './view.js';

export interface LinesOptions {
  readonly write: (text: string) => void;
  readonly clock: Clock;
  /** Whether to use ANSI colours. */
  readonly colour: boolean;
  readonly source?: Source;
}

/**
 * Plain lines, for logs and pipes: one for each event, in columns (time of day in UTC, since the beginning, state,
 * logical id, type, place, reason), and blocks for the review and the end. A line is never taken back.
 */
export function lines({ write, clock, colour, source = () => undefined }: LinesOptions): View {
  const columns = new Columns(brush(colour), clock);
  // Whether nothing stands above, or an empty line.
  let apart = true;
  const report = (event: DeployEvent): void => {
    const text = textOf(event, columns, colour, source);
    if (text === '') return;
    write(!apart && isBlock(event) ? `\n${text}` : text);
    apart = text.endsWith('\n\n');
  };
  const nothing = () => {};
  return { report, pause: nothing, resume: nothing, close: nothing };
}

/** What is more than a line, and set off from what is above it. */
function isBlock({ kind }: DeployEvent): boolean {
  return kind === 'review' || kind === 'diagnostic' || kind === 'end';
}

function textOf(event: DeployEvent, columns: Columns, colour: boolean, source: Source): string {
  switch (event.kind) {
    case 'step':
      return `${columns.stamp()}${printable(event.text)}\n`;
    case 'note':
    case 'warning':
      return `${columns.stamp()}${saidText(event, colour, source)}`;
    case 'review':
    case 'diagnostic':
      return saidText(event, colour, source);
    case 'watch':
      columns.widen(event.resources);
      return '';
    case 'resource':
      return `${columns.resource(event)}\n`;
    case 'stack':
      return `${columns.stack(event)}\n`;
    case 'end':
      return endingText(event.result, { colour, source, stamp: columns.stamp() });
  }
}

/** A text in a column; it is not cut where it is wider. */
interface Cell {
  readonly text: string;
  readonly width?: number;
  readonly tone?: Tone;
}

type Timed = Pick<StackStateEvent | ResourceEvent, 'at' | 'status'>;

/** The columns of the lines, which only ever become wider, and never wider than a hostile name may make them. */
class Columns {
  private status = 'CREATE_IN_PROGRESS'.length;
  private id = 8;
  private type = 0;
  private where = 0;
  private begun: number | undefined;

  constructor(
    private readonly paint: Brush,
    private readonly clock: Clock,
  ) {}

  widen(resources: readonly Pick<ResourceEvent, 'id' | 'type' | 'where'>[]): void {
    for (const { id, type, where = '' } of resources) {
      this.id = Math.min(40, Math.max(this.id, id.length));
      this.type = Math.min(48, Math.max(this.type, type.length));
      this.where = Math.min(40, Math.max(this.where, where.length));
    }
  }

  resource(event: ResourceEvent): string {
    const { stack, id, type, where = '', reason = '' } = event;
    const name = [...stack.split('/').slice(1), id].join('/');
    this.widen([{ id: name, type, where }]);
    return this.line(event, toneOf(event), [
      { text: name, width: this.id },
      { text: type, width: this.type },
      { text: where, width: this.where, tone: 'faint' },
      { text: reason.trimEnd() },
    ]);
  }

  stack(event: StackStateEvent): string {
    const { stack, reason = '' } = event;
    const tone = toneOf(event);
    const cells: readonly Cell[] = [{ text: stack, width: this.id, tone: 'strong' }, { text: reason.trimEnd() }];
    return this.line(event, tone === 'plain' ? 'strong' : tone, cells);
  }

  /** The time now, to begin a line with. */
  stamp(): string {
    return this.time(this.clock.now());
  }

  private line({ at, status }: Timed, tone: Tone, cells: readonly Cell[]): string {
    this.begun ??= at;
    this.status = Math.min(48, Math.max(this.status, status.length));
    const said = [{ text: status, width: this.status, tone }, ...cells.filter(({ text }) => text !== '')];
    // The last column is not filled: nothing ends in blanks.
    const drawn = said.map((cell, index) => this.cell(index < said.length - 1 ? cell : { ...cell, width: 0 }));
    return `${this.time(at)}${drawn.join('  ')}`;
  }

  private cell({ text, width = 0, tone = 'plain' }: Cell): string {
    const shown = printable(text);
    return this.paint(tone, shown) + ' '.repeat(Math.max(0, width - cellsIn(shown)));
  }

  private time(at: number): string {
    const since = this.begun === undefined ? '' : `+${elapsed(at - this.begun)}`;
    return `${timeOfDay(at)}  ${since.padStart(7)}  `;
  }
}

function toneOf(event: ResourceEvent | StackStateEvent): Tone {
  if ('id' in event && isCancelled(event)) return 'doubtful';
  const stage = stageOf(event.status);
  if (stage === 'failed') return 'bad';
  if (stage === 'active') return 'plain';
  return /ROLLBACK/.test(event.status) ? 'doubtful' : 'good';
}
