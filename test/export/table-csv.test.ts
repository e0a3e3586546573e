import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvWriter } from '../../src/export/formats/table-csv.ts';
import type { Cell } from '../../src/export/table.ts';

const TABLE = {
  name: 'test',
  title: '',
  description: '',
  key: '',
  columns: [{ name: 'one', type: 'list', description: '' } as const],
};

function write(cell: Cell): string {
  const writer = csvWriter(TABLE);
  return writer.row([cell]).toString();
}

/** The parts as any reader splits them, with the backslash taken away that the codebook tells of. */
function readList(csv: string): readonly string[] {
  const rows: readonly (readonly string[])[] = parse(csv);
  return (rows[1]?.[0] ?? '')
    .split(' | ')
    .map((part) => part.replaceAll(/(?<=^| )\\(\\*)\|(?= |$)/gu, '$1|'));
}

describe('a list in CSV', () => {
  it('is split by whoever splits at a stroke between spaces, though parts hold strokes', () => {
    expect(write(['pattern: us|u.s.', 'b'])).toBe('one\r\npattern: us|u.s. | b\r\n');
  });

  it('gives its parts back, whatever they hold', () => {
    const part = fc.stringMatching(/^[a\\| ",]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(readList(write(parts))).toEqual(parts);
      }),
    );
  });
});
