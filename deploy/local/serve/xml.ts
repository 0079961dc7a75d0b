/** `name` with what is in it, which is XML already. */
export function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * A text in XML. Control characters become references, which XML 1.0 does not allow but the SDKs read, as there is no
 * other way to say them; a carriage return, because a parser would make a line feed of it; and what UTF-8 cannot say is
 * replaced.
 */
export function escaped(text: string): string {
  return text.replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written as they are
    /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028]/g,
    (character) => NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

/** The members of an answer as AWS's query protocol writes them: lists as `<member>`, times in ISO 8601. */
export function members(value: object): string {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null)
    .map(([name, member]) => element(name, content(member)))
    .join('');
}

function content(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element('member', content(item))).join('');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return members(value);
  return escaped(String(value));
}
