import { describe, expect, it } from 'vitest';
import { readMetadataLines } from '../../src/ingest/metadata-lines.ts';

const HOSTS = new Map([
  ['example-times.com', 'The Example Times'],
  ['pictures.example-times.com', 'The Example Times'],
]);
const BODY = 'The envoy of Kenya arrived in Juba on Friday.\nHe said that both sides want a truce.';

function read(text: string): {
  readonly fields: object;
  readonly metadata: readonly string[];
  readonly problems: readonly string[];
} {
  const { fields, metadata, problems } = readMetadataLines(text, 0, HOSTS);
  return { fields, problems, metadata: metadata.map(({ start, end }) => text.slice(start, end)) };
}

describe('readMetadataLines', () => {
  it('takes a day below the headline for the day of publication', () => {
    expect(read(`Truce talks open in Juba\r\n\r\nFriday, June 3, 2022 \r\n\r\n${BODY}`)).toEqual({
      fields: { title: 'Truce talks open in Juba', date: '2022-06-03' },
      metadata: ['Friday, June 3, 2022'],
      problems: [],
    });
  });

  it('takes a picture’s address and a time stamp at the bottom for metadata, the outlet from the host', () => {
    const tail = 'https://pictures.example-times.com/2022/06/juba.jpg?w=1\n2022-06-03 11:33:00';
    expect(read(`${BODY}\n${tail}`)).toEqual({
      fields: { date: '2022-06-03', outlet: 'The Example Times' },
      metadata: tail.split('\n'),
      problems: [],
    });
  });

  it.each([
    ['Published: 3 June 2022', '2022-06-03'],
    ['Published On 3 Jun 2022', '2022-06-03'],
    ['Updated 14:05 GMT, 3 June 2022', '2022-06-03'],
    ['June 3, 2022 5:00 PM EDT', '2022-06-03'],
    ['June 3, 2022 at 5:00 p.m. EDT', '2022-06-03'],
    ['2022-06-03T09:15:00+03:00', '2022-06-03'],
    ['03 Jun 2022 - 21:14', '2022-06-03'],
    ['[3 June 2022]', '2022-06-03'],
    ['13.06.2022', '2022-06-13'],
    ['13.06.2022 08:15', '2022-06-13'],
    ['Date: 2022-06-03', '2022-06-03'],
  ])('reads the line “%s”', (line, date) => {
    expect(read(`Truce talks open\n${line}\n${BODY}`)).toMatchObject({ fields: { date }, metadata: [line] });
  });

  it.each([
    'On 3 June 2022, the envoy left.',
    'June 3, 2022 was the day that changed Juba',
    '3 June 2022: talks break down',
    'By contrast, the rebels refused.',
    'By the river, Mr Otieno waited.',
    'Source close to the talks: “They failed.”',
    'Date: the day has not been set.',
    'See https://example-times.com/a for more',
  ])('leaves the sentence “%s” alone', (line) => {
    expect(read(`Truce talks open\n${line}\n${BODY}`).metadata).toEqual([]);
  });

  it.each([
    ['The Example Times, 3 June 2022', { date: '2022-06-03', outlet: 'The Example Times' }],
    ['By Jane Doe, The Example Times | June 3, 2022', { date: '2022-06-03', outlet: 'The Example Times' }],
    ['Nairobi, 3 June 2022', { date: '2022-06-03' }],
    ['Daily Nation – 2022-06-03', { date: '2022-06-03' }],
  ])('reads names and a day from “%s”', (line, fields) => {
    expect(read(`Truce talks open in Juba\n${line}\n${BODY}`)).toEqual({
      fields: { title: 'Truce talks open in Juba', ...fields },
      metadata: [line],
      problems: [],
    });
  });

  it('prefers the day of publication to that of an update', () => {
    expect(read(`Talks\nUpdated: 5 June 2022\nPublished: 3 June 2022\n${BODY}`).fields).toMatchObject({
      date: '2022-06-03',
    });
  });

  it('leaves a day in the middle of a chronology in the text', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `On that day, meeting number ${index} took place.`);
    expect(read([...lines, '3 June 2022', ...lines].join('\n'))).toEqual({
      fields: {},
      metadata: [],
      problems: [],
    });
  });

  it.each([
    'By Jane Doe',
    'By JANE DOE and John Roe in Nairobi',
    'By Ana de la Cruz, Associated Press',
    'Advertisement',
    '5 min read',
  ])('takes the line “%s” for no sentence', (line) => {
    expect(read(`Talks open in Juba\n${line}\n${BODY}`).metadata).toEqual([line]);
  });

  it('keeps a first line that only looks like a byline', () => {
    expect(read(`By Friday Juba Must Decide\n${BODY}`)).toMatchObject({
      metadata: [],
      fields: { title: 'By Friday Juba Must Decide' },
    });
  });

  it.each([
    ['Talks open in Juba | Sudan News | The Site', 'Talks open in Juba', [' | Sudan News | The Site']],
    ['Opinion | Why nobody wins in Juba', 'Why nobody wins in Juba', ['Opinion | ']],
    ['Talks open in Juba - The Example Times', 'Talks open in Juba', [' - The Example Times']],
    ['Talks open – but for whom?', 'Talks open – but for whom?', []],
    ['US-led talks open', 'US-led talks open', []],
  ])('finds the headline in “%s”', (line, title, metadata) => {
    expect(read(`${line}\n${BODY}`)).toMatchObject({ fields: { title }, metadata });
  });

  it('takes no sentence for a headline', () => {
    expect(read(BODY).fields).toEqual({});
    expect(read('One line only').fields).toEqual({});
    expect(read(`Introduction\n${BODY}`).fields).toEqual({});
  });

  it('takes an address at the end for the article’s own unless it belongs to something embedded', () => {
    expect(read(`${BODY}\nhttps://example-times.com/2022/a b`).fields).toEqual({});
    expect(read(`${BODY}\nhttps://www.example-times.com/2022/a`).fields).toEqual({
      url: 'https://www.example-times.com/2022/a',
      outlet: 'The Example Times',
    });
    expect(read(`${BODY}\nhttps://x.com/somebody/status/1`)).toMatchObject({
      fields: {},
      metadata: ['https://x.com/somebody/status/1'],
    });
  });

  it('drops a day that the calendar does not have, with the reason', () => {
    expect(read(`Talks open\n2022-13-45 10:00:00\n${BODY}`)).toMatchObject({
      fields: { title: 'Talks open' },
      metadata: ['2022-13-45 10:00:00'],
      problems: ['the date "2022-13-45" is no day of the calendar'],
    });
  });
});
