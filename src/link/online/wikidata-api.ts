import type { PersonRecord, Term } from '../gazetteer.ts';
import { classifyPosition, prominenceOf } from '../position-class.ts';
import { isObject, listOf, objectOf, parseJson, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import type { NamedItem } from './weigh-candidates.ts';

/** Where Wikidata's API is. */
export const WIKIDATA_API = 'https://www.wikidata.org/w/api.php';

/** Items that Wikidata gives in one answer at most, to users without rights. */
export const BATCH = 50;

/** The servers' lag, in seconds, from which on we are not to be served: https://www.mediawiki.org/wiki/Manual:Maxlag_parameter */
const MAXLAG = '5';

function urlOf(api: string, parameters: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams({ format: 'json', formatversion: '2', maxlag: MAXLAG, ...parameters });
  return `${api}?${search.toString()}`;
}

/** Asks for the items of a name. */
export function searchUrl(api: string, name: string): string {
  return urlOf(api, {
    action: 'wbsearchentities',
    search: name,
    language: 'en',
    uselang: 'en',
    type: 'item',
    limit: '10',
  });
}

/** Asks for up to 50 items: names, and statements where wanted. */
export function itemsUrl(api: string, qids: readonly string[], withStatements: boolean): string {
  const props = withStatements ? 'labels|aliases|descriptions|claims' : 'labels';
  return urlOf(api, { action: 'wbgetentities', ids: qids.join('|'), props, languages: 'en|mul' });
}

/** Whether an answer of the API can be kept; an overloaded server says so in an answer that looks well. */
export function judgeAnswer(text: string): 'keep' | 'again' | 'useless' {
  const answer = parseJson(text);
  if (!isObject(answer)) return 'useless';
  const code = textOf(objectOf(answer['error'])['code']);
  if (code === 'maxlag' || code === 'ratelimited') return 'again';
  return code === '' && ('search' in answer || 'entities' in answer) ? 'keep' : 'useless';
}

/** The items that a search found, best first. */
export function readSearch(text: string): string[] {
  return listOf(objectOf(parseJson(text))['search'])
    .map((hit) => textOf(objectOf(hit)['id']))
    .filter((id) => /^Q\d+$/.test(id));
}

/** The items of an answer, by QID. */
export function readItems(text: string): Map<string, JsonObject> {
  return new Map(
    Object.entries(objectOf(objectOf(parseJson(text))['entities'])).map(([qid, item]) => [
      qid,
      objectOf(item),
    ]),
  );
}

/** An item's English label, or the one for all languages. */
export function labelOf(item: JsonObject): string {
  const labels = objectOf(item['labels']);
  return textOf(objectOf(labels['en'])['value']) || textOf(objectOf(labels['mul'])['value']);
}

/** An item's short description. */
function descriptionOf(item: JsonObject): string {
  return textOf(objectOf(objectOf(item['descriptions'])['en'])['value']);
}

function namesOf(item: JsonObject): string[] {
  const aliases = Object.values(objectOf(item['aliases'])).flatMap(listOf);
  const names = [labelOf(item), ...aliases.map((alias) => textOf(objectOf(alias)['value']))];
  return [...new Set(names.filter((name) => name !== ''))];
}

function statementsOf(item: JsonObject, property: string): readonly JsonObject[] {
  return listOf(objectOf(item['claims'])[property])
    .map(objectOf)
    .filter((statement) => statement['rank'] !== 'deprecated');
}

function itemOf(snak: unknown): string {
  return textOf(objectOf(objectOf(objectOf(snak)['datavalue'])['value'])['id']);
}

function valuesOf(item: JsonObject, property: string): string[] {
  return statementsOf(item, property)
    .map((statement) => itemOf(statement['mainsnak']))
    .filter((qid) => qid !== '');
}

/** `+2025-01-25T00:00:00Z` → `2025-01-25`; a year or month alone where nothing finer is known. */
function dateOf(snak: unknown): string {
  const time = textOf(objectOf(objectOf(objectOf(snak)['datavalue'])['value'])['time']);
  const [, year = '', month = '', day = ''] = /^\+(\d{4})-(\d\d)-(\d\d)T/.exec(time) ?? [];
  if (year === '') return '';
  return month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** Whether an item is a human being (Q5). */
export function isHuman(item: JsonObject): boolean {
  return valuesOf(item, 'P31').includes('Q5');
}

/** The items whose labels are needed to read an item's offices, states and employers. */
export function relatedItems(item: JsonObject): string[] {
  return ['P39', 'P27', 'P108', 'P102', 'P17'].flatMap((property) => valuesOf(item, property));
}

/** An item that is no human being: names, description, the states it belongs to (P17), whether it lies somewhere (P625). */
export function toThing(qid: string, item: JsonObject, context: ItemContext): NamedItem {
  const countries = valuesOf(item, 'P17')
    .map((state) => context.stateNamedIn(context.labels.get(state) ?? ''))
    .filter((code) => code !== '');
  const isPlace = statementsOf(item, 'P625').length > 0;
  return { qid, names: namesOf(item), description: descriptionOf(item), countries, isPlace };
}

/** What is read of other items: labels by QID, and the ISO code of the state that words name. */
export interface ItemContext {
  readonly labels: ReadonlyMap<string, string>;
  readonly stateNamedIn: (words: string) => string;
}

/** A human being as the linker knows persons: offices of P39 with their dates, citizenship P27, employer P108. */
export function toPerson(qid: string, item: JsonObject, context: ItemContext): PersonRecord {
  const labelAt = (related: string): string => context.labels.get(related) ?? '';
  const homes = valuesOf(item, 'P27')
    .map((state) => context.stateNamedIn(labelAt(state)))
    .filter((code) => code !== '');
  const terms = statementsOf(item, 'P39').flatMap((statement): Term[] => {
    const title = labelAt(itemOf(statement['mainsnak']));
    if (title === '') return [];
    const qualifiers = objectOf(statement['qualifiers']);
    const country = context.stateNamedIn(title) || (homes[0] ?? '');
    const [from, to] = ['P580', 'P582'].map((property) => dateOf(listOf(qualifiers[property])[0]));
    return [{ roleClass: classifyPosition(title), country, from: from ?? '', to: to ?? '' }];
  });
  const citizen = homes.map((country): Term => ({ roleClass: 'other', country, from: '', to: '' }));
  const names = namesOf(item);
  return {
    qid,
    label: names[0] ?? qid,
    names,
    prominence: Math.max(0.1, ...terms.map((term) => prominenceOf(term.roleClass))),
    terms: [...terms, ...citizen],
    organisations: ['P108', 'P102'].flatMap((property) => valuesOf(item, property)).map(labelAt),
  };
}
