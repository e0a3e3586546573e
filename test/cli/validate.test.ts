import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/validate.ts';
import { InputError } from '../../src/model/input-error.ts';
import { EXAMPLE_RESULTS } from '../fixtures/graph/example-results.ts';

const EXAMPLE = readFileSync('test/fixtures/graph/example.trig', 'utf8');

async function run(...parameters: readonly string[]) {
  const seen = { output: '', report: '', code: 0 };
  const command = new Command('validate').exitOverride();
  configure(command, {
    write: (text) => {
      seen.output += text;
    },
    report: (line) => {
      seen.report += `${line}\n`;
    },
    progress: () => undefined,
    columns: 100,
    colour: (_style, text) => text,
    now: () => new Date(0),
    exitWith: (code) => {
      seen.code = code;
    },
  });
  await command.parseAsync([...parameters], { from: 'user' });
  return seen;
}

describe('demarche validate', () => {
  let folder = '';
  const write = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demarche-validate-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is content with a sound graph', async () => {
    const { output, report, code } = await run('test/fixtures/graph/example.trig');
    expect(output).toBe('');
    expect(report).toMatch(/12 claims, 13 evidence spans verified against the text, 0 violations/u);
    expect(code).toBe(0);
  });

  it('names node, path, message and severity of what is wrong, and ends with 1', async () => {
    const file = write('wrong.trig', EXAMPLE.replace('dip:certainty dip:probable', 'dip:certainty dip:sure'));
    const { output, code } = await run(file);
    expect(output).toMatch(/violation\s+claim:\S+\s+dip:certainty\s+the source's certainty/u);
    expect(code).toBe(1);
  });

  it('writes the same as JSON', async () => {
    const file = write('wrong.trig', EXAMPLE.replace('dip:certainty dip:probable', 'dip:certainty dip:sure'));
    const report: unknown = JSON.parse((await run(file, '--format', 'json')).output);
    expect(report).toMatchObject({
      claims: 12,
      violations: [{ path: 'https://w3id.org/demarche/ontology#certainty', severity: 'violation' }],
    });
  });

  it('says what it could not verify where the graph holds no text', async () => {
    const file = write('no-text.trig', EXAMPLE.replaceAll(/ +schema:articleBody .*\n/gu, ''));
    const { report, code } = await run(file);
    expect(report).toContain('NOT VERIFIED: 13 quotations');
    expect(code).toBe(0);
  });

  it('takes the texts from the articles, and finds what does not stand there', async () => {
    const file = write(
      'no-text.trig',
      EXAMPLE.replaceAll(/ +schema:articleBody .*\n/gu, '').replace('“any seat', '“a seat'),
    );
    for (const { text } of EXAMPLE_RESULTS) write(`${text.article.id}.txt`, text.text);
    const articles = EXAMPLE_RESULTS.map(({ text }) => path.join(folder, `${text.article.id}.txt`));
    const { output, report, code } = await run(file, '--articles', ...articles);
    expect(report).toContain('13 evidence spans verified');
    expect(output).toContain('“any seat');
    expect(code).toBe(1);
  });

  it('holds issues files against the same shapes', async () => {
    const file = write(
      'issues.ttl',
      'PREFIX dip: <https://w3id.org/demarche/ontology#>\nPREFIX issue: <https://w3id.org/demarche/issue/>\nissue:x a dip:Issue .\n',
    );
    const { output, code } = await run(file);
    expect(output).toMatch(/issue:x\s+dip:proposition/u);
    expect(code).toBe(1);
  });

  it('checks shapes of the user’s own besides', async () => {
    const shapes = write(
      'own.ttl',
      `PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX dip: <https://w3id.org/demarche/ontology#>
<http://own.example/Dated> a sh:NodeShape ; sh:targetClass dip:Claim ;
  sh:property [ sh:path dip:saidOn ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "undated" ] .`,
    );
    const { output, report, code } = await run('test/fixtures/graph/example.trig', '--shapes', shapes);
    expect(output).toMatch(/warning\s+claim:\S+\s+dip:saidOn\s+undated/u);
    expect(report).toContain('10 warnings');
    expect(code).toBe(0);
  });

  it.each([
    ['broken.ttl', '<http://a> <http://b>\n"x .', /broken\.ttl:2: not readable/u],
    ['empty.ttl', '', /empty\.ttl: nothing to validate/u],
    ['graph.csv', 'a,b', /graph\.csv: the ending tells no RDF format; use \.nq/u],
  ])('refuses %s', async (name, text, message) => {
    const failure = await run(write(name, text)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(String(failure)).toMatch(message);
  });

  it('said that texts were missing when an article had changed: it names the article and the quotations', async () => {
    const results = EXAMPLE_RESULTS.map(({ text }) => text);
    const folderOf = (name: string, change: (text: string) => string): string => {
      const place = path.join(folder, name);
      mkdirSync(place);
      const lines = results.map(({ text, article: { id } }) => JSON.stringify({ id, text: change(text) }));
      writeFileSync(path.join(place, 'all.jsonl'), lines.join('\n'));
      return place;
    };
    const withoutTexts = write('bare.trig', EXAMPLE.replaceAll(/\n +schema:articleBody .*;/gu, ''));
    const same = folderOf('same', (text) => text);
    expect((await run(withoutTexts, '--articles', same)).code).toBe(0);
    const changed = folderOf('changed', (text) => text.replace(/ said /u, ' never said '));
    for (const graph of [withoutTexts, 'test/fixtures/graph/example.trig']) {
      const { output, code } = await run(graph, '--articles', changed);
      expect(code).toBe(1);
      expect(output).toMatch(/violation\s+article:\S+\s+schema:sha256\s+the text given of/u);
      expect(output).toMatch(/oa:exact\s+the article has/u);
    }
    const other = path.join(folder, 'other.txt');
    writeFileSync(other, 'Chad said no.');
    const { report, code } = await run(withoutTexts, '--articles', other);
    expect(report).toContain('none of the articles given has the same text or id');
    expect(code).toBe(1);
  });

  it('took a file without shapes for shapes, and found nothing wrong', async () => {
    const file = write('no-shapes.ttl', 'PREFIX ex: <https://a.example/>\nex:a ex:b ex:c .\n');
    await expect(run('test/fixtures/graph/example.trig', '--shapes', file)).rejects.toThrow(
      `${file}: holds no SHACL shape`,
    );
  });
});
