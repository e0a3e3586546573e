import { mkdtempSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPoliteFetch, ServiceUnavailable } from '../../src/io/polite-fetch.ts';
import type { PoliteFetch, PoliteOptions, Verdict } from '../../src/io/polite-fetch.ts';
import { startServer } from '../loopback-server.ts';
import type { LoopbackServer } from '../loopback-server.ts';

let server: LoopbackServer;
let waits: number[] = [];

afterEach(async () => {
  await server.close();
});

function judge(text: string): Verdict {
  if (text.includes('maxlag')) return 'again';
  return text.startsWith('{') ? 'keep' : 'useless';
}

function politely(changes: Partial<PoliteOptions> = {}): PoliteFetch {
  waits = [];
  return createPoliteFetch({
    userAgent: 'test/1.0 (mailto:a@example.org)',
    cache: mkdtempSync(path.join(tmpdir(), 'demarche-cache-')),
    fetch,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    now: () => new Date('2026-01-01T00:00:00Z'),
    ...changes,
  });
}

function send(response: ServerResponse, status: number, text: string, headers = {}): void {
  response.writeHead(status, headers).end(text);
}

describe('a polite fetch', () => {
  it('says who asks, asks one thing at a time, and nothing twice', async () => {
    server = await startServer(async ({ url }, response) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      send(response, 200, `{"${url.pathname}":1}`);
    });
    const ask = politely();
    const paths = ['/a', '/b', '/c', '/a', '/b'];
    const answers = await Promise.all(paths.map((place) => ask({ url: server.url + place }, judge)));
    expect(answers).toEqual(paths.map((place) => `{"${place}":1}`));
    expect(server.seen.map(({ url }) => url.pathname)).toEqual(['/a', '/b', '/c']);
    expect(server.mostAtOnce()).toBe(1);
    expect(server.seen[0]?.headers['user-agent']).toBe('test/1.0 (mailto:a@example.org)');
  });

  it.each([
    ['429 with seconds', 429, { 'Retry-After': '7' }, 7000],
    ['429 with a date', 429, { 'Retry-After': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9000],
    ['503 with seconds', 503, { 'Retry-After': '3' }, 3000],
    ['500 without a word', 500, {}, 1000],
  ])('waits as asked after %s and asks again', async (_, status, headers, pause) => {
    server = await startServer((_request, response, count) => {
      send(response, count === 1 ? status : 200, count === 1 ? 'no' : '{}', count === 1 ? headers : {});
    });
    expect(await politely()({ url: server.url }, judge)).toBe('{}');
    expect(waits).toEqual([pause]);
  });

  it('waits longer each time and gives up after five attempts', async () => {
    server = await startServer((_request, response) => {
      send(response, 502, 'no');
    });
    await expect(politely()({ url: server.url }, judge)).rejects.toThrow(/answered 502/u);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(server.seen).toHaveLength(5);
  });

  it('leaves a service in peace that asks for a long pause', async () => {
    server = await startServer((_request, response) => {
      send(response, 429, 'no', { 'Retry-After': '3600' });
    });
    await expect(politely()({ url: server.url }, judge)).rejects.toThrow(/asks for a pause of 3600 s/u);
    expect([waits, server.seen.length]).toEqual([[], 1]);
  });

  it('asks again where an answer that looks well says that the server is overloaded', async () => {
    server = await startServer((_request, response, count) => {
      send(response, 200, count === 1 ? '{"error":"maxlag"}' : '{}', { 'Retry-After': '5' });
    });
    expect(await politely()({ url: server.url }, judge)).toBe('{}');
    expect(waits).toEqual([5000]);
  });

  it('does not keep an answer that cannot be read', async () => {
    server = await startServer((_request, response) => {
      send(response, 200, '<html>');
    });
    await expect(politely({ attempts: 2 })({ url: server.url }, judge)).rejects.toThrow(/cannot be read/u);
    expect(server.seen).toHaveLength(2);
  });

  it('does not wait for ever', async () => {
    server = await startServer(() => undefined);
    await expect(politely({ attempts: 1, timeout: 50 })({ url: server.url }, judge)).rejects.toThrow(
      /no answer within 0\.05 s/u,
    );
  });

  it('does not ask again what is refused', async () => {
    server = await startServer((_request, response) => {
      send(response, 403, 'no');
    });
    await expect(politely()({ url: server.url }, judge)).rejects.toThrow(/answered 403/u);
    expect(server.seen).toHaveLength(1);
  });

  it('answers from the cache without a network, and says so where it cannot', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'demarche-cache-'));
    server = await startServer((_request, response) => {
      send(response, 200, '{"a":1}');
    });
    await politely({ cache })({ url: server.url, form: { queries: '{}' } }, judge);
    expect(server.seen[0]).toMatchObject({ method: 'POST', body: 'queries=%7B%7D' });
    await server.close();
    const ask = politely({ cache });
    expect(await ask({ url: server.url, form: { queries: '{}' } }, judge)).toBe('{"a":1}');
    const failure: unknown = await ask({ url: `${server.url}/other` }, judge).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ServiceUnavailable);
    expect(failure).toMatchObject({ isOffline: true });
  });
});
