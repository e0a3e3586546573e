import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/input-error.ts';
import { runQuery } from '../../src/query/engine.ts';
import { isAllowed } from '../../src/query/guarded-fetch.ts';
import { writeResult } from '../../src/query/write-result.ts';
import { startServer } from '../loopback-server.ts';
import type { LoopbackServer, SeenRequest } from '../loopback-server.ts';
import { storeOf } from './example-store.ts';

const store = storeOf(`
  ex:g { ex:us a dip:Actor ; schema:sameAs wd:Q30 . ex:ru a dip:Actor ; schema:sameAs wd:Q159 .
         ex:c rdf:reifies <<( ex:us dip:rejects ex:nato )>> }`);

let server: LoopbackServer;
let answer: (request: SeenRequest, response: ServerResponse) => void | Promise<void>;

/** What the endpoint knows. */
const remote = storeOf('wd:Q30 ex:population "331" . wd:Q16 ex:population "40" .');

function queryOf({ url, body }: SeenRequest): string {
  return url.searchParams.get('query') ?? new URLSearchParams(body).get('query') ?? body;
}

/** A SPARQL endpoint: the same engine over another store. */
async function answerAsEndpoint(request: SeenRequest, response: ServerResponse): Promise<void> {
  const result = await runQuery(queryOf(request), remote);
  response.writeHead(200, { 'Content-Type': 'application/sparql-results+json' });
  for await (const piece of writeResult(result, 'json', 'endpoint')) response.write(piece);
  response.end();
}

async function ask(
  text: string,
  services: readonly string[],
  userAgent = 'test',
): Promise<readonly string[]> {
  const result = await runQuery(`PREFIX ex: <https://example.org/>\n${text}`, store, {
    services,
    origin: 'x.rq',
    userAgent,
  });
  const lines: string[] = [];
  if (result.kind === 'rows')
    for await (const row of result.rows) {
      lines.push(
        result.variables.map((name) => row.get(name)?.value.replace(/^.*[/#]/u, '') ?? '–').join(' '),
      );
    }
  return lines;
}

function population(service: string): string {
  return `SELECT ?actor ?people { ?actor schema:sameAs ?item . SERVICE <${service}> { ?item ex:population ?people } }`;
}

beforeEach(async () => {
  answer = answerAsEndpoint;
  server = await startServer((request, response) => answer(request, response));
});

afterEach(async () => {
  await server.close();
});

describe('a federated query', () => {
  it('tells the service who asks', async () => {
    const service = `${server.url}/sparql`;
    expect(await ask(population(service), [service], 'my-study/1.0 (mailto:me@example.org)')).toEqual([
      'us 331',
    ]);
    const agents = new Set(server.seen.map(({ headers }) => headers['user-agent']));
    expect([...agents]).toEqual(['my-study/1.0 (mailto:me@example.org)']);
  });

  it('joins the graph with what an allowed service tells', async () => {
    const service = `${server.url}/bigdata/query`;
    expect(await ask(population(service), [service])).toEqual(['us 331']);
    expect(server.seen.length).toBeGreaterThan(0);
    const queries = server.seen.map(queryOf);
    for (const query of queries) expect(query).toContain('population');
    for (const query of queries) expect(query).not.toContain('nato');
  });

  it('still answers triple terms and the union of graphs beside a service', async () => {
    const service = `${server.url}/sparql`;
    const text = `SELECT ?holder ?people { ?c rdf:reifies <<( ?holder dip:rejects ?i )>> . ?holder schema:sameAs ?item . SERVICE <${service}> { ?item ex:population ?people } }`;
    expect(await ask(text, [service])).toEqual(['us 331']);
  });

  it.each([
    ['another path of an allowed host', '/other', 'not answered'],
    ['a file', 'file:///etc/passwd', 'only http and https services can be allowed'],
    ['another host', 'http://169.254.169.254/latest', 'unless you allow the service with --allow-service'],
  ])('does not reach %s', async (_, service, message) => {
    const place = service.startsWith('/') ? server.url + service : service;
    await expect(ask(population(place), [`${server.url}/sparql`])).rejects.toThrow(InputError);
    await expect(ask(population(place), [`${server.url}/sparql`])).rejects.toThrow(message);
    expect(server.seen).toEqual([]);
  });

  it('does not let the graph name the service', async () => {
    const text = 'SELECT * { ?s schema:sameAs ?item . SERVICE ?item { ?a ?b ?c } }';
    await expect(ask(text, [`${server.url}/sparql`])).rejects.toThrow(
      'SERVICE with a variable is not answered',
    );
  });

  it('does not follow a redirect to another address', async () => {
    answer = (request, response) => {
      if (request.url.pathname === '/secret') return answerAsEndpoint(request, response);
      response.writeHead(307, { Location: `${server.url}/secret` }).end();
      return undefined;
    };
    const service = `${server.url}/sparql`;
    await expect(ask(population(service), [service])).rejects.toThrow(
      '/secret is not among the services allowed',
    );
    expect(server.seen.map(({ url }) => url.pathname)).not.toContain('/secret');
  });

  it('does not read a graph named with FROM from the network', async () => {
    const service = `${server.url}/sparql`;
    expect(await ask(`SELECT * FROM <${server.url}/graph> { ?s ?p ?o }`, [service])).toEqual([]);
    expect(await ask('SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }', [service])).toEqual([]);
    expect(server.seen).toEqual([]);
  });

  it('says that a service failed', async () => {
    answer = (_, response) => {
      response.writeHead(500).end('no');
    };
    const service = `${server.url}/sparql`;
    await expect(ask(population(service), [service])).rejects.toThrow(InputError);
    await expect(ask(population(service), [service])).rejects.toThrow('/sparql (HTTP status 500)');
  });

  it('says that a service is not there', async () => {
    const service = 'http://127.0.0.1:9/sparql';
    await expect(ask(population(service), [service])).rejects.toThrow(InputError);
  });
});

describe('isAllowed', () => {
  it.each([
    ['https://query.wikidata.org/sparql', true],
    ['https://query.wikidata.org/sparql?query=ASK%7B%7D', true],
    ['https://query.wikidata.org/sparql/', false],
    ['http://query.wikidata.org/sparql', false],
    ['https://query.wikidata.org:8443/sparql', false],
    ['https://user@query.wikidata.org/sparql', false],
    ['file:///sparql', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => {
    expect(isAllowed(address, new Set(['https://query.wikidata.org/sparql']))).toBe(expected);
  });
});
