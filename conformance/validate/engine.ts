import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Question } from './worker.js';

/** How long the engine may take, in milliseconds. */
export interface Limits {
  /** To start, which is most of its work. */
  readonly start: number;
  /** For one template. */
  readonly template: number;
}

const LIMITS: Limits = { start: 60_000, template: 20_000 };

/**
 * AWS's engine in a process of its own, because large templates can make it hang or panic, and it is of no use after
 * that: where it takes too long or dies, the next question goes to a new one. One question at a time.
 */
export class Engine {
  private child: ChildProcess | undefined;

  constructor(
    private readonly limits: Limits = LIMITS,
    private readonly worker: URL = new URL('./worker.js', import.meta.url),
  ) {}

  /** What it says of a template; never rejects. */
  async ask(question: Question): Promise<Answer> {
    if (this.child === undefined) {
      this.child = fork(this.worker, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const started = await this.next(this.limits.start);
      if ('failure' in started) return started;
    }
    this.child.send(question);
    return this.next(this.limits.template);
  }

  end(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private next(limit: number): Promise<Answer> {
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        this.child?.removeAllListeners();
        if ('failure' in answer) this.end();
        resolve(answer);
      };
      const timer = setTimeout(() => done({ failure: `takes longer than ${limit} ms` }), limit);
      this.child?.once('message', (answer) => done(answer as Answer));
      this.child?.once('error', (error) => done({ failure: error.message }));
      this.child?.once('exit', (code, signal) => done({ failure: `ends with ${code ?? signal}` }));
    });
  }
}
