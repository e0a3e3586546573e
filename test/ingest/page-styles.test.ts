import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseOutletHosts } from '../../src/ingest/outlets.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';

const hosts = parseOutletHosts(readFileSync('data/lexicon/outlets.tsv', 'utf8'));

/** What each page is about, in the style of the site for which it is named, and the lines that are its sentences. */
const PAGES = [
  {
    page: 'bbc',
    fields: { title: 'Bolivia rejects Paraguay border plan', date: '2022-03-08', outlet: 'BBC News' },
    lines: ['Bolivia has rejected', '“We have been clear', 'Paraguay says', 'Talks', 'Officials from both'],
  },
  {
    page: 'reuters',
    fields: { title: 'Kenya ties police mission to funds', date: '2023-02-03', outlet: 'Reuters' },
    lines: ['NAIROBI, Feb 3', '"There is a limit', 'The mission,', 'A U.N. official'],
  },
  {
    page: 'aljazeera',
    fields: { title: 'Armenia says treaty hangs on maps', date: '2024-07-13', outlet: 'Al Jazeera' },
    lines: [
      'Prime minister hopes',
      'Armenia’s prime minister',
      '“The text is ready',
      'Baku insists',
      '‘Another two years’',
      'The European Union',
    ],
  },
  {
    page: 'wikinews',
    fields: {
      title: 'Fiji parliament ratifies fishing treaty with Tonga',
      date: '2019-10-24',
      outlet: 'Wikinews',
    },
    lines: ['On Thursday,', 'Prime Minister Sitiveni', 'Tonga ratified', 'Fishing companies'],
  },
  {
    page: 'liveblog',
    fields: {
      title: 'Nile dam talks live: ministers leave palace without deal',
      date: '2021-04-06',
      outlet: 'The Morning Ledger',
    },
    lines: [
      'Ministers leave palace',
      'The foreign ministers',
      'Ethiopia’s delegation',
      'Egypt’s minister',
      'Good morning',
    ],
  },
  {
    page: 'amp',
    fields: {
      title: 'Norway wants its bell back',
      date: '2018-11-04',
      outlet: 'Northern Post',
      url: 'https://northern-post.example/culture/bell',
    },
    lines: ['Norway has asked', 'Sweden’s culture minister', '“We would rather'],
  },
  {
    page: 'nineties',
    fields: { title: 'Tunnel to reopen, say presidents', date: '2009-08-12' },
    lines: ['Chile and Argentina', 'The tunnel, closed', 'Truckers’ unions'],
  },
] as const;

describe('pages of many styles', () => {
  it.each(PAGES)(
    'give title, date, outlet and sentences, and nothing of menus, captions and banners: $page',
    ({ page, fields, lines }) => {
      const file = `test/fixtures/ingest/pages/${page}.html`;
      const [article] = readArticles({ path: file, bytes: readFileSync(file) }, hosts).articles;
      expect(article).toMatchObject(fields);
      const text = article?.text ?? '';
      const metadata = new Set(article?.metadata.map(({ start, end }) => text.slice(start, end)));
      const sentences = text.split('\n').filter((line) => line !== '' && !metadata.has(line));
      expect(sentences[0]).toBe(fields.title);
      expect(sentences.slice(1).map((line, index) => line.slice(0, lines[index]?.length))).toEqual(lines);
    },
  );
});
