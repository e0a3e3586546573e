import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/command.ts';

const readme = readFileSync('README.md', 'utf8');

/** Confidences move with every better model; the README is not rewritten for that. */
function steady(text: string): string {
  return text.replaceAll(/0\.\d\d$/gmu, '0.00');
}

describe('the README', () => {
  it('holds a worked example that prints what it says', () => {
    const [, code = '', output = ''] = /```js\n(.*?)```\n\nprints\n\n```\n(.*?)```/su.exec(readme) ?? [];
    mkdirSync('.build', { recursive: true });
    writeFileSync('.build/readme-example.mjs', code);
    const run = spawnSync(process.execPath, ['.build/readme-example.mjs'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(output);
    expect(output).not.toBe('');
  });

  it('shows only commands that exist', () => {
    const shown = [...readme.matchAll(/npx demarche ([a-z]+)/gu)].map(([, name]) => name);
    const known = new Set(COMMANDS.map(({ name }) => name));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((name) => name === undefined || !known.has(name))).toEqual([]);
  });

  it('shows the sample’s answer as the commands give it', () => {
    const [, table = ''] = /npm start\n```\n\nprints\n\n```\n(.*?)```/su.exec(readme) ?? [];
    const graph = '.build/readme-graph.trig';
    const environment = { ...process.env, COLUMNS: '118' };
    const demarche = (...parameters: string[]): string =>
      spawnSync(process.execPath, ['bin/demarche.js', ...parameters], { encoding: 'utf8', env: environment })
        .stdout;
    demarche('build', 'data/articles', '-o', graph);
    const answer = demarche(
      'query',
      'who-rejects',
      '--graph',
      graph,
      '--param',
      'issue=ukraine-nato-membership',
    );
    expect(steady(answer)).toBe(steady(table));
  });
});
