import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// The package's entrance for Node is CommonJS under the name of a module, which no Node loads; this one needs no network.
import { initSync, Nanopub } from '../../node_modules/@nanopub/sign/web.js';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
let publications: readonly string[] = [];

beforeAll(async () => {
  initSync({ module: readFileSync('node_modules/@nanopub/sign/web_bg.wasm') });
  await writeExampleDataset(folder);
  const text = readFileSync(path.join(folder, 'nanopublications/claims.trig'), 'utf8');
  const [prefixes = '', ...all] = text.split(/^(?=GRAPH <[^>]*#Head>)/mu);
  publications = all.map((publication) => prefixes + publication);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the toolkit of the nanopublication community', () => {
  it('accepts every nanopublication: its parts, and its Trusty URI by a hash of its own', () => {
    expect(publications).toHaveLength(12);
    for (const publication of publications) {
      expect(() => new Nanopub(publication).check()).not.toThrow();
    }
  });

  it('refuses one of which a word was changed', () => {
    const [publication = ''] = publications;
    const changed = publication.replace(/dip:polarity (-?\d)/u, 'dip:polarity 7');
    expect(changed).not.toBe(publication);
    expect(() => new Nanopub(changed).check()).toThrow(/hash/u);
  });
});
