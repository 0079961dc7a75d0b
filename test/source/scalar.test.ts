import { expect } from 'chai';
import fc from 'fast-check';
import { readScalar, type ScalarType } from '../../compiler/source/scalar.js';

const read = (text: string, types: string | undefined, style: 'plain' | 'double' = 'plain') => {
  const allowed = types === undefined ? undefined : new Set(types.split(' ') as ScalarType[]);
  return readScalar({ kind: 'scalar', start: 0, end: 0, text, style }, allowed);
};

describe('readScalar', () => {
  describe('where the schema says what is allowed', () => {
    const cases: [string, string, unknown, string?][] = [
      ['012345670123', 'string', '012345670123'],
      ['3.10', 'string', '3.10'],
      ['1e3', 'string', '1e3'],
      ['2012-10-17', 'string', '2012-10-17'],
      ['22:22', 'string', '22:22'],
      ['true', 'string', 'true'],
      ['no', 'string', 'no'],
      ['~', 'string', '~'],
      ['', 'string', ''],
      ['22', 'number', 22],
      ['22', 'integer', 22],
      ['-1.5e3', 'number', -1500],
      ['3.10', 'number', 3.1],
      ['1.5', 'integer', 1.5],
      ['012', 'integer', 12, 'ambiguous-number'],
      ['0x1F', 'integer', '0x1F'],
      ['1_000', 'number', '1_000'],
      ['1e999', 'number', '1e999'],
      ['abc', 'number', 'abc'],
      ['true', 'number', 'true'],
      ['true', 'boolean', true],
      ['False', 'boolean', false],
      ['yes', 'boolean', 'yes', 'yaml-boolean'],
      ['OFF', 'boolean', 'OFF', 'yaml-boolean'],
      ['yes', 'boolean string', 'yes'],
      ['1', 'boolean', '1'],
      ['', 'number', null],
      ['null', 'boolean', null],
      ['null', 'string null', null],
      ['true', 'string boolean', true],
      ['22', 'string number', 22],
      ['022', 'string number', '022'],
      ['3.10', 'string number', '3.10'],
      ['x', 'string number boolean null', 'x'],
    ];
    for (const [text, types, value, trap] of cases) {
      it(`${JSON.stringify(text)} as ${types}`, () => {
        const reading = read(text, types);
        expect([reading.value, reading.trap?.kind]).to.deep.equal([value, trap]);
      });
    }

    const quoted: [string, string, unknown, string?][] = [
      ['22', 'number', 22],
      ['true', 'boolean', true],
      ['yes', 'boolean', 'yes', 'yaml-boolean'],
      ['22', 'string number', '22'],
      ['null', 'null', 'null'],
      ['', 'number', ''],
    ];
    for (const [text, types, value, trap] of quoted) {
      it(`quoted ${JSON.stringify(text)} as ${types}`, () => {
        const reading = read(text, types, 'double');
        expect([reading.value, reading.trap?.kind]).to.deep.equal([value, trap]);
      });
    }
  });

  describe('where the schema does not say', () => {
    const clear: [string, unknown][] = [
      ['1', 1],
      ['-1', -1],
      ['0', 0],
      ['0.5', 0.5],
      ['true', true],
      ['FALSE', false],
      ['null', null],
      ['~', null],
      ['', null],
      ['2012-10-17', '2012-10-17'],
      ['a', 'a'],
      ['t3.micro', 't3.micro'],
      ['1.2.3', '1.2.3'],
      ['10.0.0.0/16', '10.0.0.0/16'],
      ['-', '-'],
      ['.', '.'],
      ['y', 'y'],
      ['none', 'none'],
      ['_', '_'],
      ['e3', 'e3'],
      ['0x', '0x'],
      ['1:99', '1:99'],
    ];
    for (const [text, value] of clear) {
      it(`${JSON.stringify(text)} is ${JSON.stringify(value)}`, () => {
        expect(read(text, undefined)).to.deep.equal({ value });
      });
    }

    const numbers = [
      '012345670123',
      '3.10',
      '1e3',
      '1E5',
      '0x1F',
      '0o17',
      '017',
      '0b11',
      '1_000',
      '+5',
      '.5',
      '5.',
      '-0',
      '12345678901234567890',
      '22:22',
      '1:30:45.5',
      '.inf',
      '-.Inf',
      '.nan',
      '1e999',
      '1e21',
    ];
    for (const text of numbers) {
      it(`${text} is a trap and stays text`, () => {
        expect(read(text, undefined)).to.deep.equal({
          value: text,
          trap: { kind: 'ambiguous-number', written: text, suggestion: `"${text}"` },
        });
      });
    }

    for (const text of ['yes', 'No', 'ON', 'off']) {
      it(`${text} is a trap and stays text`, () => {
        expect(read(text, undefined).value).to.equal(text);
        expect(read(text, undefined).trap).to.deep.equal({
          kind: 'yaml-boolean',
          written: text,
          suggestion: `"${text}"`,
        });
      });
    }

    it('whatever is quoted is text', () => {
      for (const text of ['1', 'true', '~', '', '012', 'yes'])
        expect(read(text, undefined, 'double')).to.deep.equal({ value: text });
    });

    it('a number prints back as it was written', () => {
      const text = fc.oneof(fc.double().map(String), fc.stringMatching(/^[-+]?[0-9_.e:x]{1,6}$/));
      fc.assert(
        fc.property(text, (written) => {
          const { value } = read(written, undefined);
          expect(String(value)).to.equal(written);
        }),
      );
    });
  });

  it('suggests the boolean that was meant', () => {
    expect(['yes', 'On', 'y', 'no', 'OFF', 'n'].map((text) => read(text, 'boolean').trap?.suggestion)).to.deep.equal([
      'true',
      'true',
      'true',
      'false',
      'false',
      'false',
    ]);
  });
});
