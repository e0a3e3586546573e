import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { startServer } from '../loopback-server.ts';
import type { LoopbackServer, SeenRequest } from '../loopback-server.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-online-'));
const graph = path.join(folder, 'graph.trig');
const AGENT = ['--user-agent', 'test/1.0 (mailto:a@example.org)'] as const;
let server: LoopbackServer | undefined;

async function run(...parameters: readonly string[]): Promise<ReturnType<typeof fakeTerminal>> {
  const terminal = fakeTerminal(200);
  await main([...parameters], terminal);
  return terminal;
}

/** Items in the shape of Wikidata's answers: invented persons, real properties. */
const ITEMS: Readonly<Record<string, object>> = {
  Q900: {
    labels: { en: { value: 'Rosaura Quintanilla' } },
    descriptions: { en: { value: 'Peruvian politician' } },
    claims: {
      P31: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q5' } } } }],
      P27: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q419' } } } }],
      P39: [
        {
          rank: 'normal',
          mainsnak: { datavalue: { value: { id: 'Q901' } } },
          qualifiers: { P580: [{ datavalue: { value: { time: '+2023-08-00T00:00:00Z' } } }] },
        },
      ],
    },
  },
  Q902: {
    labels: { en: { value: 'Rosaura Quintanilla' } },
    claims: { P31: [{ mainsnak: { datavalue: { value: { id: 'Q11424' } } } }] },
  },
  Q901: { labels: { en: { value: 'Minister of Foreign Affairs of Peru' } } },
  Q419: { labels: { en: { value: 'Peru' } } },
};

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function answerAsWikidata({ url }: SeenRequest, response: ServerResponse): void {
  const action = url.searchParams.get('action');
  if (action === 'wbsearchentities') {
    const isHer = url.searchParams.get('search') === 'Rosaura Quintanilla';
    json(response, { search: isHer ? [{ id: 'Q902' }, { id: 'Q900' }] : [] });
    return;
  }
  const ids = (url.searchParams.get('ids') ?? '').split('|');
  json(response, { entities: Object.fromEntries(ids.map((id) => [id, ITEMS[id] ?? { missing: true }])) });
}

function online(cache: string, ...flags: readonly string[]): Promise<ReturnType<typeof fakeTerminal>> {
  return run(
    'link',
    graph,
    '--online',
    ...AGENT,
    '--cache',
    path.join(folder, cache),
    '--type',
    'person',
    ...flags,
  );
}

beforeAll(async () => {
  const article = path.join(folder, 'lima.txt');
  writeFileSync(
    article,
    'Date: 2024-03-04\n\nPeruvian Foreign Minister Rosaura Quintanilla rejected the offer.\nShe met Aurelia Montoya in Lima.\n',
  );
  await run('build', article, '-o', graph, '-j', '1');
});

afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('demarche link --online', () => {
  it('weighs the items that Wikidata offers by name, office at the date and state', async () => {
    server = await startServer(answerAsWikidata);
    const first = await online('wikidata', '--api', `${server.url}/api.php`);
    expect(first.out()).toMatch(/Rosaura Quintanilla {2}person {2}Q900\? {2}for review {2}0\.\d+/u);
    expect(first.out()).toMatch(
      /reason {4}online: Rosaura Quintanilla, good enough to be linked; exact name/u,
    );
    const parameters = server.seen.map(({ url }) => url.searchParams);
    expect(parameters.every((one) => one.get('maxlag') === '5')).toBe(true);
    expect(parameters.map((one) => one.get('ids')).filter((ids) => ids !== null)).toEqual([
      'Q902|Q900',
      'Q901|Q419',
    ]);
  });

  it('gives the same without the network the second time', async () => {
    server = await startServer(answerAsWikidata);
    const api = `${server.url}/api.php`;
    const first = await online('again', '--api', api);
    await server.close();
    const second = await online('again', '--api', api);
    expect([second.out(), second.exitCode()]).toEqual([first.out(), 0]);
  });

  it('says that there is no network and keeps what it has', async () => {
    const { out, err, exitCode } = await online('offline', '--api', 'http://127.0.0.1:9/api.php');
    expect(err()).toMatch(/not everything was answered: 127\.0\.0\.1:9 not reached/u);
    expect(out()).toMatch(/Rosaura Quintanilla {2}person {2}not linked/u);
    expect(exitCode()).toBe(1);
  }, 30_000);

  it('asks a reconciliation service in batches and takes Wikidata’s items only', async () => {
    server = await startServer(({ method, body }, response) => {
      if (method === 'GET') {
        json(response, {
          versions: ['0.2'],
          name: 'Test',
          identifierSpace: 'http://www.wikidata.org/entity/',
        });
        return;
      }
      const queries: unknown = JSON.parse(new URLSearchParams(body).get('queries') ?? '{}');
      const names = Object.keys(typeof queries === 'object' && queries !== null ? queries : {});
      const result = [
        { id: 'Q900', name: 'Rosaura Quintanilla', score: 91.5, match: true },
        { id: 'viaf-1', name: 'R. Quintanilla', score: 95, match: false },
        { id: 'Q903', name: 'Rosa Quintana', score: 40, match: false },
      ];
      json(
        response,
        Object.fromEntries(names.map((name) => [name, { result: name === 'q0' ? result : [] }])),
      );
    });
    const { out } = await online('service', '--service', server.url, '--export', 'csv');
    expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(out()).toMatch(/,review,,0\.915,Q900,Q903,Rosa Quintana,0\.400,/u);
  });

  it('refuses a service that names other items than Wikidata’s', async () => {
    server = await startServer((_, response) => {
      json(response, { versions: ['0.2'], identifierSpace: 'http://viaf.org/viaf/' });
    });
    const { err, exitCode } = await online('viaf', '--service', server.url);
    expect(err()).toMatch(/names items of http:\/\/viaf\.org\/viaf\/, not of Wikidata/u);
    expect(exitCode()).toBe(1);
  });

  it('does not ask anonymously', async () => {
    const { err, exitCode } = await run('link', graph, '--online', '--user-agent', 'me');
    expect(err()).toMatch(/a service wants to know who asks/u);
    expect(exitCode()).toBe(1);
  });

  it('leaves the graph as it is', async () => {
    const before = readFileSync(graph, 'utf8');
    server = await startServer(answerAsWikidata);
    await online('untouched', '--api', server.url);
    expect(readFileSync(graph, 'utf8')).toBe(before);
  });
});
