/**
 * Compiles `data/gazetteer` from the open registers:
 * `npx jiti scripts/build-gazetteer.ts [REGISTERS]` (default `../shared/gazetteer`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { buildGazetteer } from '../src/link/build-gazetteer.ts';

const root = path.join(import.meta.dirname, '..');
const registers = process.argv[2] ?? path.join(root, '..', 'shared', 'gazetteer');

function readRegister(name: string): string {
  return gunzipSync(readFileSync(path.join(registers, `${name}.jsonl.gz`))).toString('utf8');
}

function readLexicon(name: string): string {
  return readFileSync(path.join(root, 'data', 'lexicon', `${name}.tsv`), 'utf8');
}

const files = buildGazetteer({
  persons: readRegister('persons'),
  states: readRegister('states.country-codes'),
  territories: readRegister('territories.rigour'),
  places: readRegister('places.natural-earth'),
  organisations: readRegister('orgs.ror'),
  stateNames: readLexicon('states'),
  organisationNames: readLexicon('organisations'),
});
for (const [name, content] of Object.entries(files))
  writeFileSync(path.join(root, 'data', 'gazetteer', `${name}.tsv`), content);
