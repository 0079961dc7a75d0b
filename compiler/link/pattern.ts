import { createContext, Script } from 'node:vm';

/** What only Java's expressions have: possessive quantifiers, atomic groups, quoting, its own classes and their algebra. */
const javaOnly = /[*+?}]\+|\(\?>|\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]|\\[QEAZzGhHRXN]|\\p\{|\\P\{|&&|\[[^\]]*\[|\\x\{/;

/** A pattern that goes astray is given up after this long (milliseconds); the patterns after it are not tried. */
const patience = 200;

/**
 * Whether texts match the patterns of parameters. CloudFormation's patterns are Java's, and have to match all of the
 * text. Where JavaScript cannot tell, nothing is claimed. A pattern can take for ever, so it is run with a watchdog.
 */
export class Patterns {
  private context: object | undefined;
  private astray = false;

  /** Undefined where that cannot be told. */
  matches(pattern: string, text: string): boolean | undefined {
    const expression = this.astray ? undefined : translated(pattern);
    if (expression === undefined || expression === 'bad') return undefined;
    this.context ??= createContext(Object.create(null));
    try {
      Object.assign(this.context, { expression, text });
      return script.runInContext(this.context, { timeout: patience }) === true;
    } catch {
      this.astray = true;
      return undefined;
    }
  }

  /** Whether this is no expression at all, in neither language. */
  isBroken(pattern: string): boolean {
    return translated(pattern) === 'bad';
  }

  /** What is wrong with one that is broken, in the engine's words. */
  problem(pattern: string): string | undefined {
    try {
      new RegExp(pattern, 'u');
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message.split(': ').at(-1) : undefined;
      return reason && `The reason is: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`;
    }
  }
}

const script = new Script('expression.test(text)');

function translated(pattern: string): RegExp | 'bad' | undefined {
  if (javaOnly.test(pattern)) return undefined;
  for (const flags of ['su', 's']) {
    try {
      // Java's dot does not match line feeds either.
      return new RegExp(`^(?:${pattern})$`, flags.replace('s', ''));
    } catch {}
  }
  return 'bad';
}
