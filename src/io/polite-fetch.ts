import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './file-error.ts';
import { writeAtomically } from './write-atomically.ts';

/** A request to a service: a GET, or a POST of a form. */
export interface ServiceRequest {
  readonly url: string;
  /** The form that is posted. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What an answer is good for: to be kept, to be asked for again because the service is busy, or nothing. */
export type Verdict = 'keep' | 'again' | 'useless';

/** How services are asked. */
export interface PoliteOptions {
  /** Names the program, and a person or page to turn to. */
  readonly userAgent: string;
  /** The folder in which every answer is kept: what is there is not asked again. */
  readonly cache: string;
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  /** Attempts for a request, the first included. */
  readonly attempts?: number;
  /** Milliseconds after which an answer is not waited for. */
  readonly timeout?: number;
  /** Told of every wait: how long, in milliseconds, and why. */
  readonly observe?: (milliseconds: number, reason: string) => void;
}

/** A service that did not answer usefully, however often it was asked. */
export class ServiceUnavailable extends Error {
  /** Nothing was reached at all: no network, a wrong address. */
  readonly isOffline: boolean;

  constructor(message: string, isOffline: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServiceUnavailable';
    this.isOffline = isOffline;
  }
}

/** Asks one request at a time and gives the text of the answer. */
export type PoliteFetch = (request: ServiceRequest, judge: (text: string) => Verdict) => Promise<string>;

const NOT_REACHED = 'not reached';
const FIRST_PAUSE = 1000;
/** A service that wants a longer pause is left in peace: the command is repeated later and goes on from there. */
const LONGEST_PAUSE = 120_000;
const LARGEST_ANSWER = 20_000_000;

interface Attempt {
  readonly text?: string;
  readonly reason: string;
  /** What the service asks for, in milliseconds. */
  readonly pause?: number;
  /** Asking again would give the same. */
  readonly isFinal?: boolean;
  readonly error?: unknown;
}

/** A pause as the header `Retry-After` gives it: seconds, or a date. */
function readRetryAfter(value: string | null, now: Date): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** Makes a fetch that is kind to services: serial, backing off, obeying `Retry-After`, and asking nothing twice. */
export function createPoliteFetch(options: PoliteOptions): PoliteFetch {
  const { attempts = 5, timeout = 30_000 } = options;
  let previous: Promise<unknown> = Promise.resolve();

  async function attempt(request: ServiceRequest, judge: (text: string) => Verdict): Promise<Attempt> {
    const signal = AbortSignal.timeout(timeout);
    const headers = { 'User-Agent': options.userAgent, Accept: 'application/json' };
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(
        request.url,
        request.form === undefined
          ? { headers, signal }
          : { method: 'POST', headers, signal, body: new URLSearchParams(request.form) },
      );
      text = await response.text();
    } catch (error) {
      return { reason: signal.aborted ? `no answer within ${timeout / 1000} s` : NOT_REACHED, error };
    }
    const pause = readRetryAfter(response.headers.get('retry-after'), options.now());
    const asked = pause === undefined ? {} : { pause };
    if (response.status === 429 || response.status >= 500)
      return { reason: `answered ${response.status}`, ...asked };
    if (!response.ok) return { reason: `answered ${response.status} ${response.statusText}`, isFinal: true };
    if (text.length > LARGEST_ANSWER) return { reason: 'answered with more than 20 MB', isFinal: true };
    const verdict = judge(text);
    if (verdict === 'keep') return { text, reason: '' };
    return { reason: verdict === 'again' ? 'is busy' : 'gave an answer that cannot be read', ...asked };
  }

  async function ask(request: ServiceRequest, judge: (text: string) => Verdict): Promise<string> {
    const key = createHash('sha256')
      .update(JSON.stringify([request.url, request.form ?? null]))
      .digest('hex');
    const file = path.join(options.cache, key.slice(0, 2), `${key}.json`);
    const kept = await readKept(file);
    if (kept !== undefined && judge(kept) === 'keep') return kept;
    const host = new URL(request.url).host;
    let pause = FIRST_PAUSE;
    let last: Attempt | undefined;
    for (let count = 1; count <= attempts; count += 1) {
      last = await attempt(request, judge);
      if (last.text !== undefined) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeAtomically(file, [last.text]);
        return last.text;
      }
      // Without a network nothing is won by waiting long.
      const isHopeless = last.isFinal === true || (last.reason === NOT_REACHED && count > 1);
      if (isHopeless || count === attempts) break;
      const needed = last.pause ?? pause;
      if (needed > LONGEST_PAUSE)
        throw new ServiceUnavailable(
          `${host} ${last.reason} and asks for a pause of ${Math.ceil(needed / 1000)} s`,
          false,
        );
      options.observe?.(needed, `${host} ${last.reason}`);
      await options.wait(needed);
      pause *= 2;
    }
    const isOffline = last?.error !== undefined && last.reason === NOT_REACHED;
    const detail = isOffline ? `: ${causeOf(last?.error)}` : '';
    throw new ServiceUnavailable(`${host} ${last?.reason ?? 'was not asked'}${detail}`, isOffline, {
      cause: last?.error,
    });
  }

  return (request, judge) => {
    const answer = previous.then(() => ask(request, judge));
    previous = answer.catch(() => undefined);
    return answer;
  };
}

async function readKept(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What lies behind “fetch failed”. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
