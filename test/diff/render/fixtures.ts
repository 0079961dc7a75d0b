import type { Diff, PropertyChange, ResourceChange, Where } from '../../../compiler/diff/model.js';
import type { Comparison } from '../../../compiler/diff/render/comparison.js';

/** A line of a blueprint. */
export function where(line: number, file = 'shop.yaml'): Where {
  const position = { offset: 10 * line, line, column: 3 };
  return { file, path: ['resources', line], span: { start: position, end: { ...position, column: 9 } } };
}

/** A change of one property of a resource, in place unless something else is said. */
export function modified(id: string, said: Partial<ResourceChange> = {}): ResourceChange {
  const properties = said.properties ?? [property('Name', 'old', 'new')];
  const plain = { type: 'AWS::EC2::Instance', replacement: 'false', metadataOnly: false, dynamic: false } as const;
  return { id, action: 'modify', ...plain, because: [], after: where(4), ...said, properties };
}

export function property(name: string, before: string, after: string): PropertyChange {
  return { path: ['Properties', name], action: 'modify', replacement: 'false', before, after };
}

export function diffOf(said: Partial<Diff>): Diff {
  return { version: 1, resources: [], sections: [], risks: [], capabilities: [], same: [], ...said };
}

export function comparison(said: Partial<Diff>, names: Partial<Comparison> = {}): Comparison {
  return { before: 'git:HEAD:shop.yaml', after: 'shop.yaml', file: 'shop.yaml', ...names, diff: diffOf(said) };
}

/** One of everything. */
export const everything = comparison({
  resources: [
    modified('Address', {
      type: 'AWS::EC2::EIPAssociation',
      replacement: 'true',
      dynamic: true,
      properties: [{ path: ['Properties', 'InstanceId'], action: 'modify', replacement: 'true', through: 'Server' }],
      because: [
        { id: 'Address', path: ['Properties', 'InstanceId'], replacement: 'true' },
        { id: 'Server', path: ['Properties', 'ImageId'], replacement: 'true' },
      ],
      after: where(20),
    }),
    modified('Alarm', {
      metadataOnly: true,
      properties: [{ path: ['Metadata', 'Owner'], action: 'add', replacement: 'false', after: 'me' }],
    }),
    modified('DB', {
      type: 'AWS::RDS::DBInstance',
      replacement: 'conditional',
      because: [{ id: 'DB', path: ['Properties', 'Engine'], replacement: 'conditional' }],
      data: 'snapshot',
      after: where(30),
    }),
    {
      ...modified('New'),
      action: 'add',
      renamed: 'Old',
      properties: [{ path: ['Properties', 'A'], action: 'add', replacement: 'false', after: 1 }],
    },
    { ...modified('Old'), action: 'remove', renamed: 'New', data: 'deleted', before: where(7, 'git:HEAD:shop.yaml') },
    modified('Server', {
      replacement: 'true',
      properties: [
        { ...property('ImageId', 'ami-1', 'ami-2'), replacement: 'true' },
        {
          ...property('UserData', 'x', 'y'),
          replacement: 'conditional',
          script: { before: '#!/bin/sh\na\nb\nc\nd\ne\n', after: '#!/bin/sh\na\nb\nc\nd\nf\n' },
        },
      ],
      because: [{ id: 'Server', path: ['Properties', 'ImageId'], replacement: 'true' }],
      after: where(14),
    }),
    modified('Topic', {
      properties: [{ path: ['Properties', 'Tags', 0, 'Value'], action: 'remove', replacement: 'false', before: 'x' }],
    }),
  ],
  sections: [
    { section: 'Parameters', name: 'Image', action: 'add', after: { Type: 'String' } },
    { section: 'Description', action: 'modify', before: 'a', after: 'b' },
  ],
  risks: [
    { kind: 'replacement', id: 'Server', message: 'Server is replaced.', where: where(14) },
    { kind: 'data-loss', id: 'Old', message: 'Old is deleted with its data.', where: where(7, 'git:HEAD:shop.yaml') },
    { kind: 'wider-access', id: 'Door', message: 'Everybody gets in.', where: where(40) },
    { kind: 'export-removed', id: 'Url', message: 'Url goes away.' },
  ],
  capabilities: [{ name: 'CAPABILITY_IAM', ids: ['Role'] }],
  same: [
    { id: 'Topic', path: ['Properties', 'Name'] },
    { id: 'Server', path: ['DependsOn'] },
  ],
});

/** Words that would be commands, markup or mentions wherever they are not written as text. */
export const hostile = [
  '<script>alert(1)</script>',
  '</details><img src=x onerror=alert(1)>',
  '```\n# out\n````',
  '`````',
  '\x1b[31mred\x1b[0m',
  '\u202egnp.exe',
  '::error file=x::done\n::error::again%0A',
  '@everyone [x](javascript:alert(1)) ![y](http://x)',
  '"><svg/onload=alert(1)>',
  '--><b>',
  '\ud800 half',
  '__proto__',
];

/** A comparison in which everything that has a name or a value is called the same. */
export function named(word: string): Comparison {
  const change = modified(word, {
    type: word,
    replacement: 'true',
    properties: [
      { ...property(word, word, `${word}!`) },
      { ...property('Script', word, ''), script: { before: `a\n${word}`, after: `b\n${word}` } },
      { ...property('Other', word, word), through: word },
    ],
    because: [{ id: word, path: [word, word], replacement: 'true' }],
    renamed: word,
    after: where(3, word),
  });
  return comparison(
    {
      resources: [change, { ...change, id: `${word}2`, action: 'add' }],
      sections: [{ section: 'Outputs', name: word, action: 'add', after: { [word]: word } }],
      risks: [{ kind: 'data-loss', id: word, message: word, where: where(3, word) }],
      capabilities: [{ name: word, ids: [word] }],
      same: [{ id: word, path: [word] }],
    },
    { before: word, after: word, file: word },
  );
}
