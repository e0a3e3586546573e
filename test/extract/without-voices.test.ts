import { describe, expect, it } from 'vitest';

import { VOICES, withoutVoices, type Voice } from '../../src/extract/without-voices.ts';
import { annotate, extractor, lineOf } from './read-attributions.ts';

const INTERVIEW = [
  'Harbour pilots in Mombasa strike',
  'The strike began on Monday in the old port, and no end is in sight.',
  'Wanjiru: I oppose the new rules of the port.',
  'The ministry said that the port would stay open.',
].join('\n\n');
const STATEMENT = [
  'Statement on the truce in Sudan',
  'We welcome the truce in Sudan. We condemn the attack on the convoy.',
  'The envoy said that the truce would hold.',
].join('\n\n');

function linesWithout(text: string, voices: readonly Voice[]): readonly string[] {
  const found = withoutVoices(extractor, voices).extract(annotate(text));
  return found
    .filter(({ reporting }) => reporting !== 'headline')
    .map((attribution) => lineOf(text, attribution));
}

describe('an extractor without voices', () => {
  it.each([
    [INTERVIEW, ['interview'], ['The ministry | said | the port would stay open']],
    [STATEMENT, ['first-person'], ['The envoy | said | the truce would hold']],
    [
      STATEMENT,
      ['interview'],
      [
        'We | welcome | the truce in Sudan',
        'We | condemn | the attack on the convoy',
        'The envoy | said | the truce would hold',
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Voice[], readonly string[]])[])(
    'leaves out of “%s” what is %s',
    (text, voices, lines) => {
      expect(linesWithout(text, voices)).toEqual(lines);
    },
  );

  it('keeps what somebody says as “we” in quotation marks', () => {
    const text = 'The port of Mombasa\n\n“We oppose the new rules,” Wanjiru said.';
    expect(linesWithout(text, VOICES)).toEqual(linesWithout(text, []));
  });
});
