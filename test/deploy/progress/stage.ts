import type { DeployEvent } from '../../../deploy/api/report.js';
import { table } from '../../../deploy/progress/table.js';
import { StillClock } from './play.js';
import { Screen } from './screen.js';

/** A table on a terminal of a size, with the clock and the ticks in the hands of the test. */
export class Stage {
  readonly screen: Screen;
  readonly clock = new StillClock();
  readonly view;
  ticking: (() => void) | undefined;
  restore: (() => void) | undefined;

  constructor(columns: number, rows: number, settings: { readonly colour?: boolean; readonly unicode?: boolean } = {}) {
    this.screen = new Screen(columns, rows);
    this.view = table({
      stream: this.screen,
      clock: this.clock,
      colour: settings.colour ?? false,
      unicode: settings.unicode ?? true,
      every: (_, tick) => {
        this.ticking = tick;
        return () => {
          this.ticking = undefined;
        };
      },
      atExit: (restore) => {
        this.restore = restore;
        return () => {
          this.restore = undefined;
        };
      },
    });
  }

  /** Reports each event at its own time, and draws the frame after the last. */
  play(...told: readonly DeployEvent[]): this {
    for (const event of told) {
      if ('at' in event) this.clock.at(event.at - StillClock.beginning);
      this.view.report(event);
    }
    return this.frame();
  }

  frame(): this {
    this.ticking?.();
    return this;
  }
}
