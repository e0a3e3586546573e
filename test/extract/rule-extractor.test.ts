import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lineOf, linesOf, readAttributions, wordsOf } from './read-attributions.ts';
import { COLONS, DOMESTIC_POLITICS, MISTAKEN_TAGS, VIEWS_AND_POSITIONS } from './reported-politics.ts';
import {
  ATTITUDES,
  DIRECT_QUOTATIONS,
  HEADLINES,
  INDIRECT_SPEECH,
  NESTED_REPORTS,
  PLEDGES_AND_ACTS,
  REPAIRED_REPORTS,
  REPORTING_NOUNS,
  SILENCES,
} from './reported-sentences.ts';

const BODY = 'The talks went on for three days in a hotel on the lake, and no date was set for more.';

describe('the rule extractor', () => {
  for (const [kind, sentences] of Object.entries({
    DIRECT_QUOTATIONS,
    INDIRECT_SPEECH,
    NESTED_REPORTS,
    ATTITUDES,
    PLEDGES_AND_ACTS,
    REPORTING_NOUNS,
    REPAIRED_REPORTS,
    VIEWS_AND_POSITIONS,
    COLONS,
    MISTAKEN_TAGS,
    DOMESTIC_POLITICS,
  })) {
    it.each(sentences)(`finds ${kind} in “$text”`, ({ text, holds }) => {
      expect(linesOf(text)).toEqual(expect.arrayContaining([...holds]));
    });
  }

  it.each(HEADLINES)('reads the headline “$text”', ({ text, holds }) => {
    const article = `${text}\n\n${BODY}`;
    const found = readAttributions(article).filter(({ reporting }) => reporting === 'headline');
    expect(found.map((attribution) => lineOf(article, attribution))).toEqual(holds);
  });

  it('takes a bare question word for no content', () => {
    expect(linesOf('Chad has to learn who wants what.').filter((line) => line.endsWith('| what'))).toEqual(
      [],
    );
  });

  it.each(SILENCES)('takes “%s” for no report', (text) => {
    expect(linesOf(`${BODY} ${text}`).filter((line) => /comment|named/u.test(line))).toEqual([]);
  });

  it.each([
    ['Armenia not only rejects the plan but also questions its author.', false],
    ['The government fell short of accepting the ruling.', true],
  ])('knows a denial from its look-alike in “%s”', (text, negated) => {
    expect(readAttributions(text)[0]?.negated).toBe(negated);
  });

  it('keeps the outer report as the parent of the inner one', () => {
    const text = 'Macron said that Xi believes the war must end.';
    const [outer, inner] = readAttributions(text);
    expect(outer?.cueLemma).toBe('say');
    expect(inner).toMatchObject({ cueLemma: 'believe', parent: outer?.index });
  });

  it('does not take for the article’s own voice what somebody else reports', () => {
    const [outer, inner] = readAttributions('Oslo said that Riga rejects the plan.');
    expect(outer).toMatchObject({ cueLemma: 'say', reporting: 'indirect' });
    expect(inner).toMatchObject({ cueLemma: 'reject', reporting: 'indirect' });
  });

  it.each([
    ['The minister did not say whether the embassy would reopen.', true],
    ['Leaders have stopped short of rejecting the pact with Ankara.', true],
    ['The minister said that the embassy would not reopen.', false],
  ])('knows whether the cue is denied in “%s”', (text, negated) => {
    expect(readAttributions(text)[0]?.negated).toBe(negated);
  });

  it.each([
    ['“We will never sign,” the envoy said.', 'direct', 'speech'],
    ['The envoy said they would never sign.', 'indirect', 'speech'],
    ['The envoy said the deal was “a trap”.', 'mixed', 'speech'],
    ['Bolivia expelled the Mexican ambassador.', 'article-voice', 'act'],
    ['Georgia hopes to join the bloc.', 'article-voice', 'attitude'],
    ['According to the Kenyan president, the mission will begin in March.', 'indirect', 'according-to'],
  ])('tells how “%s” reaches the reader', (text, reporting, cueKind) => {
    expect(readAttributions(text)[0]).toMatchObject({ reporting, cueKind });
  });
});

describe('an article of several paragraphs', () => {
  it('gives a quotation that runs through paragraphs to one speaker', () => {
    const text = [
      '“The river is our lifeline,” the water minister said. “Nobody will be allowed to close it.',
      '“We will go to the Security Council.”',
    ].join('\n');
    expect(linesOf(text)).toContain(
      'the water minister | said | “The river is our lifeline,” … “Nobody will be allowed to close it … “We will go to the Security Council.”',
    );
  });

  it('leaves a quotation beside which nobody is named without a speaker', () => {
    const text = `${BODY}\n“When the delegation returns, its members will face the voters.”\n${BODY}`;
    const [found] = readAttributions(text);
    expect(found).toMatchObject({ source: [], cue: [], cueToken: -1, cueKind: 'none', reporting: 'direct' });
  });

  it('answers the heading before “According to X, no.”', () => {
    const text = `A new round of talks ended without a date\n\n${BODY}\n\nWill Moldova leave the customs union?\n\nAccording to the Moldovan government, no. ${BODY}`;
    const found = readAttributions(text).find(({ foundBy }) => foundBy.includes('rules/heading-answer'));
    expect(found === undefined ? '' : lineOf(text, found)).toBe(
      'the Moldovan government | According to | no',
    );
  });

  it('keeps a verdict whose object is left out', () => {
    expect(linesOf('Khartoum, however, has rejected as “impossible”.')).toEqual([
      'Khartoum | has rejected | “impossible”',
    ]);
  });

  it('reads a verb that bad translation has capitalised', () => {
    expect(linesOf('The Elysee, however, has Refusing As “absurd”.')).toEqual([
      'The Elysee | has Refusing | “absurd”',
    ]);
  });

  it('finds the speaker whom a misplaced mark has drawn into the quotation', () => {
    const text = '“We need medicine and fuel. The mayor said:” We will ask our neighbours for it. “';
    const [found] = readAttributions(text);
    expect(wordsOf(text, found?.source ?? [])).toBe('The mayor');
    expect(wordsOf(text, found?.content ?? [])).toContain('We need medicine and fuel');
  });

  it('hears an obligation in the article’s own voice', () => {
    const text = `${BODY} Georgia should not expect to join the alliance soon.`;
    expect(readAttributions(text)).toMatchObject([{ reporting: 'article-voice', source: [], cue: [] }]);
  });

  it('takes the voice of an office’s own statement for direct speech', () => {
    const text =
      'Canada welcomes the extension of the truce. We commend the mediators. We condemn the attack on the convoy.';
    expect(readAttributions(text).map(({ reporting }) => reporting)).toEqual(['direct', 'direct', 'direct']);
  });

  it('reads the turns of an interview', () => {
    const text = 'Reporter: Will you resign?\nLopez: We have made our position clear and we will stay.';
    expect(linesOf(text)).toContain('Lopez | : | We have made our position clear and we will stay');
  });

  it('takes an interviewer’s questions and requests for no claim', () => {
    const text = [
      `Strike enters its third week\n\n${BODY}`,
      'DN: Why did the miners walk out?',
      'Okello: We were not paid, and we will not go back.',
      'DN: Tell us more about the talks.',
      'Okello: They have failed.',
      'DN: Will you meet the minister?',
      'Okello: We would meet anybody.',
    ].join('\n\n');
    const turns = readAttributions(text).filter(({ foundBy }) => foundBy.includes('rules/speaker-turn'));
    expect(turns.map(({ source }) => wordsOf(text, source))).toEqual(['Okello', 'Okello', 'Okello']);
  });

  it('gives a speaker the paragraphs up to the next turn, and takes what a question supposes for nobody’s thought', () => {
    const text = [
      'Strike enters its third week\n\nThe pit has been shut since May.',
      'DN: Why did the miners walk out?',
      'Okello: We were not paid.',
      'We will not go back.',
      'DN: Do you think the mine will close?',
      'Okello: Nobody knows.',
      'The mine lies in the far north.',
    ].join('\n\n');
    const found = readAttributions(text);
    const turns = found.filter(({ foundBy }) => foundBy.includes('rules/speaker-turn'));
    expect(turns.map(({ content }) => wordsOf(text, content))).toEqual([
      'We were not paid … We will not go back',
      'Nobody knows',
    ]);
    expect(found.map(({ source }) => wordsOf(text, source))).not.toContain('you');
  });

  it('finds what a turn holds inside it', () => {
    const text = `${BODY}\n\nAmina Warsame: The road is long. I oppose the new dam on the Tana.`;
    const [turn, stance] = readAttributions(text).slice(-2);
    expect(turn?.foundBy).toEqual(['rules/speaker-turn']);
    expect(stance).toMatchObject({ cueLemma: 'oppose', parent: turn?.index, reporting: 'direct' });
  });

  it('reads turns whose speaker stands in double brackets, but no agency in single ones', () => {
    const text = `${BODY}\n\n((Amina Warsame)) I think the border should stay open.\n\n(Reuters) Kenya rejects the plan.`;
    const lines = linesOf(text);
    expect(lines).toContain('Amina Warsame | )) | I think the border should stay open');
    expect(lines.filter((line) => line.startsWith('Reuters'))).toEqual([]);
  });

  it('does not take a report that follows a comma for what somebody recognises', () => {
    const lines = linesOf('Belgrade will never recognise Kosovo, Vucic said on Saturday in Nis.');
    expect(lines).toContain('Vucic | said | Belgrade will never recognise Kosovo');
    expect(lines.filter((line) => line.startsWith('Belgrade') && line.includes('said'))).toEqual([]);
  });

  it('gives a quotation to the nearest verb alone', () => {
    const text = 'Speaker Asha Obi, relaying the news to parliament, said: “He served this country well.”';
    expect(linesOf(text)).toEqual(['Speaker Asha Obi | said | “He served this country well.”']);
  });

  it('takes no part of a compound for a verb', () => {
    expect(linesOf('It was accompanied by a "life-threatening" 18 to 23 foot storm surge.')).toEqual([]);
  });

  it('leaves marks in their place after a verb that introduces them', () => {
    const lines = linesOf(
      'Okello said the turnout was low. He noted, “The rebels have always claimed the valley is theirs.”',
    );
    expect(lines).toContain('He | noted | “The rebels have always claimed the valley is theirs.”');
    expect(lines.filter((line) => line.includes('claimed | Okello'))).toEqual([]);
  });

  it('does not ask a question heading for a report', () => {
    expect(
      linesOf(`Talks end without a date\n\n${BODY}\n\nWill Finland reject the treaty?\n\n${BODY}`),
    ).not.toContain('Finland | reject | the treaty');
  });
});

describe('every attribution', () => {
  const piece = constantFrom(
    'the mayor said',
    '“',
    '”',
    '"',
    'that',
    'Ankara',
    'rejects',
    'according to',
    'Tehran',
    ':',
    ',',
    '.',
    '\n',
    'the plan',
    'should',
    'has Refusing As',
    'his refusal to',
    '🙂',
    'is against',
  );

  it('lies in the text, in order, with a confidence and a parent that exists', () => {
    assert(
      property(array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const found = readAttributions(text);
        for (const [index, attribution] of found.entries()) {
          const { source, cue, content, confidence, parent } = attribution;
          expect(attribution.index).toBe(index);
          expect(content.length).toBeGreaterThan(0);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          expect(parent ?? 0).toBeLessThan(found.length);
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
