import { setTimeout } from 'node:timers/promises';
import type { Quad } from '@rdfjs/types';
import { readIdentityArticles } from '../../export/identities/identity-articles.ts';
import type { Identity } from '../../export/identities/identity.ts';
import { createPoliteFetch } from '../../io/polite-fetch.ts';
import { InputError } from '../../model/input-error.ts';
import { loadResources } from '../../resources.ts';
import { toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';
import { findOnline } from './find-online.ts';

/** The options of a search for candidates online. */
export interface OnlineFlags {
  readonly service?: string;
  readonly api: string;
  readonly userAgent?: string;
  readonly cache: string;
}

/** The actors with candidates from the service; where it cannot be reached, they are as they were. */
export async function lookUp(
  identities: readonly Identity[],
  quads: readonly Quad[],
  { userAgent = '', service, api, cache, ...flags }: OnlineFlags & ResourceFlags,
  terminal: Terminal,
): Promise<readonly Identity[]> {
  if (!/\S+@\S+|https?:\/\//u.test(userAgent))
    throw new InputError(
      '--user-agent',
      'a service wants to know who asks: name your project with a mail address or a page (or set DEMARCHE_USER_AGENT)',
    );
  const { registers } = await loadResources(toResourceOptions(flags));
  const finding = await findOnline(identities, {
    service: service === undefined ? { kind: 'wikidata', api } : { kind: 'reconciliation', url: service },
    fetch: createPoliteFetch({
      userAgent,
      cache,
      fetch,
      wait: setTimeout,
      now: terminal.now,
      observe: (milliseconds, reason) => {
        terminal.report(`${reason}: waiting ${Math.ceil(milliseconds / 1000)} s`);
      },
    }),
    gazetteer: registers.gazetteer,
    articles: readIdentityArticles(quads),
    progress: terminal.progress,
  });
  if (finding.problem !== undefined) {
    terminal.report(
      `not everything was answered: ${finding.problem}; what was answered is kept in ${cache}, the same command goes on from there`,
    );
    terminal.exitWith(1);
  }
  return finding.identities;
}
