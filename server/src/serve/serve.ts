import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { isIP } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Platform } from '#platform/context';
import { type Job, startJobs } from '#platform/jobs';
import { actorForUser, openSignIn, sessionAuthenticator } from '#platform/session';
import { createApp } from '../api.ts';
import { ServeProblem } from './problem.ts';
import { startUpkeep } from './upkeep.ts';

/** Where and how to serve. */
interface ServeOptions {
  readonly platform: Platform;
  /** A name or address; `127.0.0.1` and the like serve this machine only. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Certificate chain and private key, PEM. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** True when a proxy in front ends TLS, passes the Host on and writes X-Forwarded-For. */
  readonly behindProxy?: boolean;
  /** Directory of the built pages. */
  readonly webRoot?: string;
  /** What to work on besides, with the regular upkeep; when left out, another process does that. */
  readonly jobs?: readonly Job[];
}

/** A running server. */
export interface Serving {
  /** Address to open, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /**
   * Stops taking requests, lets running ones and jobs end, then closes what is left (pages that watch progress never end by
   * themselves). The platform stays open.
   */
  stop(): Promise<void>;
}

/** How long running requests get when the server stops; an import of a large file needs a few seconds. */
const graceMilliseconds = 10_000;

/** True for names and addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Serves the pages and the API, and works on jobs.
 *
 * @throws ServeProblem serve.needsTls, serve.portTaken, serve.cannotListen
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { platform, host, tls } = options;
  const behindProxy = options.behindProxy === true;
  const secure = tls !== undefined || behindProxy;
  if (!secure && !isLoopback(host)) throw new ServeProblem('serve.needsTls', { host });
  // Behind a proxy the whole world calls, whatever address the proxy calls us by.
  const loopback = isLoopback(host) && !behindProxy;
  const signIn = openSignIn(platform, { secure, refuseExample: !loopback });
  const app = createApp({
    platform,
    signIn,
    authenticate: sessionAuthenticator(signIn, platform, { loopback }),
    behindProxy,
    loopback,
    ...(options.webRoot === undefined ? {} : { webRoot: options.webRoot }),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls === undefined ? {} : { createServer: createTlsServer, serverOptions: tls }),
  }) as Server;
  const port = await listen(server, host, options.port);
  const work =
    options.jobs === undefined
      ? []
      : [
          await startJobs(platform, options.jobs, (actorId) => actorForUser(platform, actorId)),
          startUpkeep(platform),
        ];
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${port}`,
    stop: async () => {
      await Promise.all([closeServer(server), ...work.map((one) => one.stop())]);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new ServeProblem('serve.portTaken', { host, port })
          : new ServeProblem('serve.cannotListen', { host, port, reason: error.code ?? error.message }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
