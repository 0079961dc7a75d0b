/**
 * A reason as a person needs it: what CloudFormation and the SDKs put around the message of a service (who said it, the
 * request's id, tokens, how often it was tried) is left out.
 */
export function plainReason(reason: string): string {
  const message =
    /^Resource handler returned message: "([\s\S]*)" \(RequestToken: [^()]{1,200}\)$/.exec(reason)?.[1] ?? reason;
  return message
    .replace(/ ?\((?:Service|AWS Error Code|RequestToken|Request ID|SDK Attempt Count|Proxy)[:;][^()]{0,500}\)/g, '')
    .trim();
}
