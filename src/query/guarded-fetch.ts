import { InputError } from '../model/input-error.ts';

/** Redirects that are followed, each to an allowed address. */
const MOST_REDIRECTS = 3;

/** An address without its query and fragment: that is what is allowed. */
function bare(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** Whether the user allowed the address: exactly it, whatever stands in its query. */
export function isAllowed(address: string, services: ReadonlySet<string>): boolean {
  if (!URL.canParse(address) || !/^https?:/u.test(address)) return false;
  return [...services].some((service) => bare(service) === bare(address));
}

/**
 * A fetch that reaches the allowed services and nothing else: no other address, no redirect to one, no `file:`.
 * What a service is need not be asked: to a question without a query it answers itself that it speaks SPARQL.
 * Services are told who asks, not which engine does.
 */
export function guardFetch(
  services: ReadonlySet<string>,
  origin: string,
  send: typeof fetch,
  userAgent: string,
): typeof fetch {
  return async (input, init) => {
    let address = input instanceof Request ? input.url : String(input);
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      if (!isAllowed(address, services))
        throw new InputError(origin, `${address} is not among the services allowed with --allow-service`);
      const method = (init?.method ?? 'GET').toUpperCase();
      if (method === 'GET' && !new URL(address).searchParams.has('query')) return describeService(address);
      const headers = new Headers(init?.headers);
      headers.set('User-Agent', userAgent);
      const response = await send(address, { ...init, headers, redirect: 'manual' });
      const target = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || target === null) return response;
      await response.body?.cancel();
      address = new URL(target, address).href;
    }
    throw new InputError(origin, `${address} redirects more than ${MOST_REDIRECTS} times`);
  };
}

/** A SPARQL 1.1 Service Description. */
function describeService(address: string): Response {
  const sd = 'http://www.w3.org/ns/sparql-service-description#';
  const turtle = `<${address}> a <${sd}Service> ; <${sd}endpoint> <${address}> .`;
  return new Response(turtle, { status: 200, headers: { 'Content-Type': 'text/turtle' } });
}
