import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBundleLoader } from '../../src/io/bundle-loader.ts';

let folder = '';
let codeFolder = '';

beforeEach(() => {
  const place = mkdtempSync(path.join(tmpdir(), 'demarche-bundle-'));
  folder = path.join(place, 'bundle');
  codeFolder = path.join(place, 'cache', 'code');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'main.cjs'), "exports.answer = require('./part.cjs').one + 41;");
  writeFileSync(path.join(folder, 'part.cjs'), "exports.one = require('node:path').sep.length;");
});

/** What a process would find that starts now. */
function run(): unknown {
  const loader = createBundleLoader(folder, codeFolder);
  const exported = loader.load('main.cjs');
  loader.keepCode();
  return exported;
}

describe('a bundle', () => {
  it('is loaded with the files that it asks for, and their code is kept', () => {
    expect(run()).toEqual({ answer: 42 });
    expect(readdirSync(codeFolder).sort()).toEqual(['main.cjs', 'part.cjs']);
    expect(run()).toEqual({ answer: 42 });
  });

  it('runs as its source says when that has changed, though its length has not', () => {
    run();
    writeFileSync(path.join(folder, 'main.cjs'), "exports.answer = require('./part.cjs').one + 42;");
    expect(run()).toEqual({ answer: 43 });
  });

  it.each([
    ['cut short', (code: Buffer) => code.subarray(0, code.length - 9)],
    ['emptied', () => Buffer.alloc(0)],
    ['damaged', (code: Buffer) => Buffer.from(code.map((byte, place) => (place === 80 ? byte ^ 1 : byte)))],
    ['something else', () => Buffer.from('the diary of a diplomat')],
  ])('does without kept code that is %s, and makes it anew', (_, spoil) => {
    run();
    const file = path.join(codeFolder, 'main.cjs');
    const whole = readFileSync(file);
    writeFileSync(file, spoil(whole));
    expect(run()).toEqual({ answer: 42 });
    expect(readFileSync(file).length).toBe(whole.length);
  });

  it('runs where its code cannot be kept', () => {
    writeFileSync(path.dirname(codeFolder), 'in the way');
    expect(run()).toEqual({ answer: 42 });
  });
});
