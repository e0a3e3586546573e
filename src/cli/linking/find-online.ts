import type { IdentityArticle } from '../../export/identities/identity-articles.ts';
import type { Identity } from '../../export/identities/identity.ts';
import { ServiceUnavailable } from '../../io/polite-fetch.ts';
import type { PoliteFetch } from '../../io/polite-fetch.ts';
import type { Gazetteer } from '../../link/gazetteer.ts';
import { checkManifest, judgeBatch, readBatch, writeQueries } from '../../link/online/reconciliation-api.ts';
import { parseJson } from '../../link/online/json.ts';
import {
  BATCH,
  isHuman,
  itemsUrl,
  judgeAnswer,
  labelOf,
  readItems,
  readSearch,
  relatedItems,
  searchUrl,
  toPerson,
  toThing,
} from '../../link/online/wikidata-api.ts';
import { weighItems, weighPersons } from '../../link/online/weigh-candidates.ts';
import type { AskedActor, Weighing } from '../../link/online/weigh-candidates.ts';
import { readRole } from '../../link/read-role.ts';
import { InputError } from '../../model/input-error.ts';

/** What candidates are asked of: Wikidata's API, or a Reconciliation Service. */
export type CandidateService =
  | { readonly kind: 'wikidata'; readonly api: string }
  | { readonly kind: 'reconciliation'; readonly url: string };

/** How candidates are looked for. */
export interface OnlineSearch {
  readonly service: CandidateService;
  readonly fetch: PoliteFetch;
  readonly gazetteer: Gazetteer;
  readonly articles: ReadonlyMap<string, IdentityArticle>;
  readonly progress: (line: string) => void;
}

/** The actors with the candidates found, and what was not answered. */
export interface OnlineFinding {
  readonly identities: readonly Identity[];
  /** Why questions stayed open; undefined where all were answered. */
  readonly problem?: string;
}

const ASKED_TYPES = new Set(['person', 'organisation', 'outlet', 'place', 'state', 'other']);

/** Whether a service is asked about an actor: it has a name, no link, and nobody has decided. */
export function isAsked({ type, qid, decided, mentions }: Identity): boolean {
  const isNamed = mentions.some(({ kind }) => kind === 'name');
  return qid === undefined && decided === undefined && isNamed && ASKED_TYPES.has(type);
}

/** Looks for candidates of those actors that have no link. What a service did not answer stays as it was. */
export async function findOnline(
  identities: readonly Identity[],
  search: OnlineSearch,
): Promise<OnlineFinding> {
  const asked = identities.filter(isAsked);
  const open = new OpenQuestions(search.fetch);
  const weighings =
    search.service.kind === 'wikidata'
      ? await askWikidata(asked, search.service.api, search, open)
      : await askReconciliation(asked, search.service.url, search, open);
  return {
    identities: identities.map((identity) => withCandidate(identity, weighings.get(identity.actor))),
    ...(open.problem === undefined ? {} : { problem: open.problem }),
  };
}

function withCandidate(identity: Identity, weighing: Weighing | undefined): Identity {
  if (weighing === undefined || weighing.best.score < identity.score) return identity;
  const { best, second, evidence, isGood } = weighing;
  const { runnerUp: _runnerUp, ...rest } = identity;
  return {
    ...rest,
    judgement: 'review',
    candidate: best.qid,
    score: Math.round(best.score * 1000) / 1000,
    ...(second === undefined
      ? {}
      : { runnerUp: { ...second, score: Math.round(second.score * 1000) / 1000 } }),
    reasons: [`online: ${best.label}${isGood ? ', good enough to be linked' : ''}`, ...evidence],
  };
}

/** Asks, and after a service has failed for good asks nothing more: what is in the cache is still read. */
class OpenQuestions {
  readonly #fetch: PoliteFetch;
  #failures = 0;
  problem: string | undefined;

  constructor(fetch: PoliteFetch) {
    this.#fetch = fetch;
  }

  async ask(...request: Parameters<PoliteFetch>): Promise<string | undefined> {
    if (this.#failures >= 3) return undefined;
    try {
      const answer = await this.#fetch(...request);
      this.#failures = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      this.problem ??= error.message;
      this.#failures += error.isOffline ? 3 : 1;
      return undefined;
    }
  }
}

function toAskedActor(identity: Identity, articles: ReadonlyMap<string, IdentityArticle>): AskedActor {
  const own = [...new Set(identity.mentions.map(({ key }) => key))].flatMap((key) => articles.get(key) ?? []);
  const [date] = own.flatMap((article) => article.date ?? []).toSorted();
  return {
    type: identity.type,
    names: [identity.label, ...identity.names],
    offices: identity.offices,
    texts: own.flatMap(({ text }) => text ?? []),
    ...(date === undefined ? {} : { date }),
  };
}

/** Lists in pieces of what one request may hold. */
function inBatches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

type Weighings = ReadonlyMap<string, Weighing>;

async function askWikidata(
  asked: readonly Identity[],
  api: string,
  { gazetteer, articles, progress }: OnlineSearch,
  open: OpenQuestions,
): Promise<Weighings> {
  const found = new Map<string, readonly string[]>();
  for (const [index, { actor, label }] of asked.entries()) {
    progress(`asking ${index + 1}/${asked.length} ${label}`);
    const answer = await open.ask({ url: searchUrl(api, label) }, judgeAnswer);
    if (answer !== undefined) found.set(actor, readSearch(answer));
  }
  const items = await askItems([...found.values()].flat(), true, api, open);
  const related = await askItems([...items.values()].flatMap(relatedItems), false, api, open);
  const context = {
    labels: new Map([...related].map(([qid, item]) => [qid, labelOf(item)])),
    stateNamedIn: (words: string): string => readRole(words, gazetteer).states[0] ?? '',
  };
  const weighings = new Map<string, Weighing>();
  for (const identity of asked) {
    const own = (found.get(identity.actor) ?? []).flatMap((qid) => {
      const item = items.get(qid);
      return item === undefined ? [] : [{ qid, item }];
    });
    const actor = toAskedActor(identity, articles);
    const weighing =
      identity.type === 'person'
        ? weighPersons(
            actor,
            own.filter(({ item }) => isHuman(item)).map(({ qid, item }) => toPerson(qid, item, context)),
            gazetteer,
          )
        : weighItems(
            actor,
            own.filter(({ item }) => !isHuman(item)).map(({ qid, item }) => toThing(qid, item, context)),
            gazetteer,
          );
    if (weighing !== undefined) weighings.set(identity.actor, weighing);
  }
  return weighings;
}

async function askItems(
  qids: readonly string[],
  withStatements: boolean,
  api: string,
  open: OpenQuestions,
): Promise<ReturnType<typeof readItems>> {
  const items: ReturnType<typeof readItems> = new Map();
  for (const batch of inBatches([...new Set(qids)])) {
    const answer = await open.ask({ url: itemsUrl(api, batch, withStatements) }, judgeAnswer);
    if (answer !== undefined) for (const [qid, item] of readItems(answer)) items.set(qid, item);
  }
  return items;
}

/** The class of Wikidata that a service is asked for. */
const CLASSES: Readonly<Record<string, string>> = { person: 'Q5', organisation: 'Q43229', state: 'Q6256' };

async function askReconciliation(
  asked: readonly Identity[],
  url: string,
  { progress }: OnlineSearch,
  open: OpenQuestions,
): Promise<Weighings> {
  const weighings = new Map<string, Weighing>();
  const manifest = await open.ask({ url }, (text) => (parseJson(text) === undefined ? 'useless' : 'keep'));
  if (manifest === undefined) return weighings;
  const mistake = checkManifest(manifest);
  if (mistake !== undefined) throw new InputError(url, mistake);
  for (const [index, batch] of inBatches(asked).entries()) {
    progress(`asking batch ${index + 1} of ${Math.ceil(asked.length / BATCH)}`);
    const queries = batch.map(({ label, type }) => {
      const wanted = CLASSES[type];
      return { name: label, ...(wanted === undefined ? {} : { type: wanted }) };
    });
    const form = { queries: writeQueries(queries) };
    const answer = await open.ask({ url, form }, (text) => judgeBatch(text, batch.length));
    if (answer === undefined) continue;
    for (const [place, candidates] of readBatch(answer, batch.length).entries()) {
      const [best, second] = candidates;
      const identity = batch[place];
      if (best === undefined || identity === undefined) continue;
      weighings.set(identity.actor, {
        best,
        ...(second === undefined ? {} : { second }),
        isGood: best.isMatch,
        evidence: [`score of ${new URL(url).host}`],
      });
    }
  }
  return weighings;
}
