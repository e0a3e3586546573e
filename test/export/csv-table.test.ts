import { array, assert, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/export/csv-table.ts';

describe('readCsv', () => {
  it('reads back what writeCsv wrote, whatever the cells hold', () => {
    const cell = string().filter((text) => !/^[=+\-@\t\r]/u.test(text) && !text.includes('\r'));
    assert(
      property(array(tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const table = [['one', 'two', 'three'], ...rows];
        const reading = readCsv(writeCsv(table));
        expect('rows' in reading ? reading.rows.map(({ cells }) => cells) : reading).toEqual(table);
      }),
    );
  });

  it.each([
    ['commas', 'a,b\n1,"2, 3"\n', ['1', '2, 3']],
    ['semicolons, as spreadsheets of many countries write them', 'a;b\r\n1;"2, 3"\r\n', ['1', '2, 3']],
    ['tabs', 'a\tb\n1\t2\n', ['1', '2']],
    ['a byte order mark', '\uFEFFa,b\n1,2', ['1', '2']],
    ['doubled quotation marks', 'a,b\n1,"say ""no"""\n', ['1', 'say "no"']],
  ])('reads %s', (_, text, cells) => {
    expect(readCsv(text)).toMatchObject({ rows: [{ line: 1 }, { line: 2, cells }] });
  });

  it('counts the lines inside quoted cells', () => {
    expect(readCsv('a,b\n"x\ny",1\nz,2\n')).toMatchObject({ rows: [{ line: 1 }, { line: 2 }, { line: 4 }] });
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(readCsv('a,b\n1,2\n3,"4\n')).toEqual({ problem: expect.stringContaining('not closed'), line: 3 });
  });
});

describe('writeCsv', () => {
  it.each(['=1+1', '+1', '-1', '@sum'])('puts the formula %s behind an apostrophe', (formula) => {
    expect(writeCsv([[formula]])).toBe(`'${formula}\r\n`);
  });
});
