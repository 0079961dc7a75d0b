import { RegoEngine, type StandardDiagnostic } from '@aws/cloudformation-validate';

/** A template, as JSON or YAML, and the region that it is for. */
export interface Question {
  readonly template: string;
  readonly region?: string | undefined;
}

/** What the engine found, or why it did not answer. */
export type Answer = { readonly found: readonly StandardDiagnostic[] } | { readonly failure: string };

// A child process: says when it has started, then answers each template with what the engine finds.
const engine = new RegoEngine();
process.on('message', (question: Question) => process.send?.(answer(question)));
process.send?.({ found: [] } satisfies Answer);

function answer({ template, region }: Question): Answer {
  try {
    const file = { path: 'template', readBytes: () => Buffer.from(template) };
    const { status, diagnostics } = engine.validateStandard(
      file,
      region ? { pseudoParameterOverrides: { region } } : {},
    );
    return status === 'OK' ? { found: diagnostics } : { failure: `says that it could not do its work: ${status}` };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
