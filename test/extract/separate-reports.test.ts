import { expect, it } from 'vitest';
import { separateReports } from '../../src/extract/separate-reports.ts';
import { annotate, extractor } from './read-attributions.ts';

it.each([
  [
    '“We need an answer,” Okoro told the council of ministers in Abuja.',
    'the council of ministers in Abuja',
    1,
  ],
  ['“We need an answer,” Okoro told them they would have to pay.', 'they would have to pay', 2],
])('leaves out whom a quotation is told to, and nothing else: %s', (sentence, words, fragments) => {
  const text = annotate(sentence);
  const start = sentence.indexOf(words);
  const [found] = extractor.extract(text);
  const quoted = { start: 0, end: sentence.indexOf('”') + 1 };
  const content = [quoted, { start, end: start + words.length }];
  const [kept] =
    found === undefined ? [] : separateReports(text, [{ ...found, content, reporting: 'mixed' }]);
  expect(kept?.content).toHaveLength(fragments);
  expect(kept?.reporting).toBe(fragments === 1 ? 'direct' : 'mixed');
});
