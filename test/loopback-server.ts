import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as a server on loopback saw it. */
export interface SeenRequest {
  readonly url: URL;
  readonly method: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** A real HTTP server on loopback. */
export interface LoopbackServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** The most requests that were answered at the same time. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a server that answers as `answer` says. */
export async function startServer(
  answer: (request: SeenRequest, response: ServerResponse, count: number) => void | Promise<void>,
): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    let body = '';
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      const one = {
        url: new URL(request.url ?? '/', 'http://127.0.0.1'),
        method: request.method ?? '',
        body,
        headers: request.headers,
      };
      seen.push(one);
      void answer(one, response, seen.length);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
