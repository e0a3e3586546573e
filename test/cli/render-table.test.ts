import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/cli/render-table.ts';

function letters(all: string): string {
  return all
    .replaceAll(/[^abé東-]/gu, '')
    .split('')
    .toSorted()
    .join('');
}

const lines = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('a table', () => {
  it('sets heads, a rule and rows, numbers to the right', () => {
    expect(
      renderTable(
        [{ head: 'who' }, { head: 'start', align: 'right' }],
        [
          ['Chad', '7'],
          ['Niger', '1203'],
        ],
        { width: 80 },
      ),
    ).toBe('who    start\n─────  ─────\nChad       7\nNiger   1203\n');
  });

  it('wraps what is too wide between words and parts such rows', () => {
    const text = renderTable(
      [{ head: 'who' }, { head: 'words' }],
      [
        ['Chad', 'we shall not take part in any such talks'],
        ['Niger', 'no'],
      ],
      { width: 30 },
    );
    expect(lines(text)).toEqual([
      'who    words',
      '─────  ───────────────────────',
      'Chad   we shall not take part',
      '       in any such talks',
      '',
      'Niger  no',
    ]);
  });

  it('counts columns of the terminal, not characters', () => {
    const text = renderTable(
      [{ head: 'name' }, { head: 'n' }],
      [
        ['東京', '1'],
        ['Kyjiw', '2'],
      ],
      { width: 40 },
    );
    expect(lines(text).slice(2)).toEqual(['東京   1', 'Kyjiw  2']);
  });

  it('sets rows as lists where the columns have no room side by side', () => {
    const columns = ['holder', 'speaker', 'stance', 'certainty', 'quotation'].map((head) => ({ head }));
    const row = [
      'Ethiopia',
      'spokeswoman',
      'supports',
      'certain',
      'we would accept neutral observers at the dam',
    ];
    const text = renderTable(columns, [row], { width: 36 });
    expect(text).toContain('\nholder     Ethiopia\n');
    expect(text).toContain('\nquotation  we would accept neutral\n           observers at the dam\n');
  });

  it('lets no text steer the terminal', () => {
    const text = renderTable([{ head: 'x' }], [['a\u001B[31mred\u0007'], ['two\nlines']], { width: 80 });
    expect(text).toContain('a\uFFFD[31mred\uFFFD');
    expect(text).toContain('two ⏎ lines');
  });

  it('never sets a line wider than it may, nor loses a character', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '東', '-'), maxLength: 60 });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 120 }), (rows, width) => {
        const text = renderTable([{ head: 'x' }, { head: 'y' }, { head: 'z' }], rows, { width });
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(letters(text)).toBe(letters(rows.flat().join('')));
      }),
    );
  });
});
