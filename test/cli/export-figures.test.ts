import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/export.ts';
import { temporaryFolder } from '../export/write-example.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = temporaryFolder();
const folder = path.join(root, 'figures');

beforeAll(async () => {
  const command = new Command('export').exitOverride();
  configure(command, fakeTerminal());
  const graph = 'test/fixtures/graph/example.trig';
  await command.parseAsync(['figures', '-o', folder, '--graph', graph], { from: 'user' });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('demarche export figures', () => {
  it('draws a matrix, a network and a timeline for each issue', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'SHA256SUMS',
      'index.html',
      'network.svg',
      'stance-matrix.svg',
      'timeline-01.svg',
      'timeline-02.svg',
      'timeline-03.svg',
    ]);
  });

  it('shows each position by a mark as well as by colour, with the words behind it', () => {
    const svg = readFileSync(path.join(folder, 'stance-matrix.svg'), 'utf8');
    expect(svg).toContain('Marko Petrović on Kosovo in the United Nations');
    expect(svg).toContain('2023-05-18 rejects: “any seat for Kosovo in the United Nations”');
    expect(svg.match(/fill="#D55E00"/gu)?.length).toBe(svg.match(/>−\d?</gu)?.length);
  });

  it('makes a page that loads nothing', () => {
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(html.match(/<svg /gu)).toHaveLength(5);
    expect(html.match(/<tr><td /gu)).toHaveLength(8);
    expect(html).not.toMatch(/<script|<link|src=|url\(/u);
  });
});
