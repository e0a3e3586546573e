import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { groupByLikeness } from '../../src/cli/try-issues.ts';
import type { Uncaught } from '../../src/cli/try-issues.ts';
import { fakeTerminal } from './fake-terminal.ts';
import type { FakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'issues-'));
const PREFIXES =
  'PREFIX dip: <https://w3id.org/demarche/ontology#>\nPREFIX issue: <https://w3id.org/demarche/issue/>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n';

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const ferry = write(
  'ferry.ttl',
  `${PREFIXES}issue:ferry a dip:Issue ; skos:prefLabel "Ferry" ; dip:proposition "Norway reopens the ferry to Denmark" .`,
);
const article = write(
  'article.txt',
  'Norway will reopen the ferry to Denmark, the transport minister said on Monday. The president doubts that the budget of the museum will grow. The minister said that the budget of the museum was too small.\n',
);

async function run(...parameters: string[]): Promise<FakeTerminal> {
  const terminal = fakeTerminal(100);
  await main(parameters, terminal);
  return terminal;
}

describe('demarche issues', () => {
  it('lists the issues of files', async () => {
    const { out, err } = await run('issues', '--issues', ferry);
    expect(out()).toContain('ferry');
    expect(out()).toContain('Norway reopens the ferry to Denmark');
    expect(err()).toContain('1 issue');
  });

  it('shows what an issue of nothing but a proposition catches, by what, and what no issue catches', async () => {
    const { out } = await run('issues', 'test', ferry, '--on', article);
    expect(out()).toMatch(
      /ferry: Norway reopens the ferry to Denmark\n\s+\d\.\d\d {2}“Norway will reopen the ferry to Denmark/u,
    );
    expect(out()).toContain('words of the proposition:');
    expect(out()).toMatch(/no issue: 2 claims/u);
    expect(out()).toMatch(/2 × .*museum/u);
  });

  it('named no line and no misspelt term when it checked a file', async () => {
    const file = write(
      'misspelt.ttl',
      `${PREFIXES}\nissue:one a dip:Issue ;\n  skos:prefLabel "One" ;\n  dip:propositoin "Chad reopens the border" .\n`,
    );
    const { out, exitCode } = await run('issues', 'check', file);
    expect(out()).toContain(
      `${file}:7: dip:propositoin is not a term of the ontology; did you mean dip:proposition?\n`,
    );
    expect(out()).toMatch(/misspelt\.ttl:5: .*has no dip:proposition/u);
    expect(exitCode()).toBe(1);
  });

  it('says of a file without an issue what one is', async () => {
    const { err, exitCode } = await run('issues', '--issues', write('empty.ttl', PREFIXES));
    expect(err()).toContain(
      'empty.ttl: there is no issue in it; an issue is a dip:Issue with skos:prefLabel',
    );
    expect(exitCode()).toBe(1);
  });

  it.each([
    ['has no proposition', `issue:bare a dip:Issue ; skos:prefLabel "Bare" .`, 'has no dip:proposition'],
    [
      'is of a kind that does not exist',
      `issue:odd a dip:Issue ; skos:prefLabel "Odd" ; dip:proposition "Norway reopens the ferry" ; dip:issueKind dip:Rumour .`,
      'dip:Policy or dip:Fact',
    ],
    [
      'says too little to be matched',
      `issue:it a dip:Issue ; skos:prefLabel "It" ; dip:proposition "It is so" .`,
      'fewer than two telling words',
    ],
  ])('finds fault with an issue that %s', async (name, turtle, message) => {
    const terminal = await run('issues', 'check', write(`${name.length}.ttl`, PREFIXES + turtle));
    expect(terminal.out() + terminal.err()).toContain(message);
    expect(terminal.exitCode()).toBe(1);
  });

  it('finds no fault with a good file', async () => {
    const terminal = await run('issues', 'check', ferry);
    expect(terminal.out()).toBe('');
    expect(terminal.exitCode()).toBe(0);
  });
});

const content = (telling: string): Uncaught => ({
  article: 'a',
  words: telling,
  telling: telling.split(' '),
});

describe('contents without an issue', () => {
  it('are grouped by the telling words that they share, the largest group first', () => {
    expect(
      groupByLikeness(
        [
          'museum budget',
          'ferry harbour',
          'budget museum city',
          'rain',
          'harbour ferry',
          'budget museum hall',
        ].map(content),
      ).map(({ shared, members }) => `${members.length} ${shared.join(' ')}`),
    ).toEqual(['3 museum budget', '2 ferry harbour', '1 ']);
  });
});
