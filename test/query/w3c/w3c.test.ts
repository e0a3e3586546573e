import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { isSameAnswer, withoutRepetitions } from './answer.ts';
import { askEngines } from './ask-engines.ts';
import { readCsv, readExpected } from './expected-answer.ts';
import { FAILURES_OF_PLAIN_COMUNICA, KNOWN_FAILURES } from './known-failures.ts';
import { readManifests } from './manifest.ts';
import type { EvaluationTest } from './manifest.ts';
import { readBack, writeCsv } from './written-answer.ts';

const tests = readManifests();

/** Whether an answer is the one that the suite expects. */
async function isExpected(answer: Answer, { result, isReduced }: EvaluationTest): Promise<boolean> {
  if (result.endsWith('.csv')) {
    return cellsOf(await writeCsv(answer)) === cellsOf(readFileSync(result, 'utf8'));
  }
  const expected = await readExpected(result);
  return isReduced
    ? isSameAnswer(withoutRepetitions(answer), withoutRepetitions(expected), 'value')
    : isSameAnswer(answer, expected, 'value');
}

/** The cells of a CSV file, the names of blank nodes left out. */
function cellsOf(text: string): string {
  return JSON.stringify(readCsv(text).map((line) => line.map((cell) => cell.replace(/^_:.*/u, '_:'))));
}

function countTests(suite: string): number {
  return tests.filter(({ id }) => id.startsWith(suite)).length;
}

describe('the query tests of the W3C', () => {
  it('are all there', () => {
    expect(['sparql10', 'sparql11', 'sparql12'].map(countTests)).toEqual([245, 195, 33]);
  });

  it('are known by the tables of failures', () => {
    const ids = new Set(tests.map(({ id }) => id));
    const listed = [...Object.keys(KNOWN_FAILURES), ...Object.keys(FAILURES_OF_PLAIN_COMUNICA)];
    expect(listed.filter((id) => !ids.has(id))).toEqual([]);
  });

  const folders = [...new Set(tests.map(({ id }) => id.replace(/\/[^/]*$/u, '')))];
  it.each(folders)(
    '%s: is answered as expected, and as plain Comunica answers, or is listed',
    async (folder) => {
      const wrong: string[] = [];
      const different: string[] = [];
      const unreadable: string[] = [];
      for (const test of tests.filter(({ id }) => id.replace(/\/[^/]*$/u, '') === folder)) {
        const { ours, behind, plain } = await askEngines(test);
        const isRight = await isExpected(ours, test);
        // A failure that is none any more must leave the table, too.
        if (isRight === test.id in KNOWN_FAILURES) wrong.push(test.id);
        const isSame = [ours, behind].every((answer) => isSameAnswer(answer, plain, 'letter'));
        if (isSame === test.id in FAILURES_OF_PLAIN_COMUNICA) different.push(test.id);
        if (!isSameAnswer(await readBack(ours, test.result), ours, 'letter')) unreadable.push(test.id);
      }
      expect({ wrong, different, unreadable }).toEqual({ wrong: [], different: [], unreadable: [] });
    },
  );
});
