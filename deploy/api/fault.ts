/** Why a request failed, as far as it decides what to do. */
export type FaultKind =
  /** CloudFormation understood the request and said no; `code` is its word for why. */
  | 'refused'
  /** Asked too often, also after waiting and asking again. */
  | 'throttled'
  /** CloudFormation failed (5xx), or answered with what is no answer (a proxy's HTML, truncated XML). */
  | 'broken'
  /** No answer: no network, no such host, a time-out, a connection that was cut. Whether it took effect is not known. */
  | 'unreachable'
  /** No credentials, expired ones, a clock that is wrong, or no permission. */
  | 'credentials';

/** A request that failed; its message is CloudFormation's, or one sentence for the person who asked. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly kind: FaultKind,
    /** CloudFormation's code (`ValidationError`, `ChangeSetNotFound`, `AlreadyExistsException`), or the system's. */
    readonly code: string,
    message: string,
    readonly hint?: string,
    /** Whether the request was made again as often as there is use in it. */
    readonly insisted = false,
  ) {
    super(message);
  }
}

/** Whether a fault says that there is no such stack, which has no code of its own (the API answers ValidationError). */
export function isAbsent(error: unknown): boolean {
  return error instanceof Fault && error.kind === 'refused' && /does not exist/i.test(error.message);
}
