/** A text as a part of a logical id: what an id cannot have is dropped, and what follows is capitalised. */
export function pascal(text: string): string {
  return text.replaceAll(/(?:^[^A-Za-z0-9]*|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

/** What a type is called in an id: `AWS::SQS::Queue` is a `Queue`. */
export function typeId(typeName: string): string {
  return pascal(typeName.split('::').at(-1) ?? typeName);
}
