import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve as serveWeb } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import {
  expressWebhook,
  fastifyWebhook,
  honoWebhook,
  nextWebhook,
  nodeWebhook,
  type WebhookHandler,
} from "letterpress/webhook";
import { onTestFinished } from "vitest";

/** Serves a handler by a framework, at the path `/webhooks`. @returns the port on 127.0.0.1 */
export type Serve = (handler: WebhookHandler) => Promise<number>;

const host = "127.0.0.1";

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const node: Serve = (handler) => listen(createServer(nodeWebhook(handler)));

const plainExpress: Serve = (handler) =>
  listen(createServer(express().post("/webhooks", expressWebhook(handler))));

/** Behind a parser, as most apps have it. */
const parsedExpress: Serve = (handler) =>
  listen(createServer(express().use(express.json()).post("/webhooks", expressWebhook(handler))));

const rawExpress: Serve = (handler) => {
  const app = express().use(express.raw({ type: "*/*" }));
  return listen(createServer(app.post("/webhooks", expressWebhook(handler))));
};

const ofFastify: Serve = async (handler) => {
  const app = fastify();
  app.post("/webhooks", { bodyLimit: 16 * 1024 * 1024 }, fastifyWebhook(handler));
  onTestFinished(() => app.close());
  return Number(new URL(await app.listen({ port: 0, host })).port);
};

/** Serves a function of web-standard requests. */
async function listenWeb(fetch: (request: Request, env: object) => Response | Promise<Response>) {
  const server = await new Promise<Server>((resolve) => {
    const started = serveWeb({ fetch, hostname: host, port: 0 }, () => resolve(started as Server));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const hono: Serve = (handler) => {
  const app = new Hono();
  app.post("/webhooks", honoWebhook(handler));
  return listenWeb(app.fetch);
};

/** A route handler of Next is a function of a `Request`. `npm run consumer` tries it in Next itself. */
const next: Serve = (handler) => {
  const POST = nextWebhook(handler);
  return listenWeb((request) => POST(request));
};

/** Every adapter, by the name of what serves it. */
export const servers: Readonly<Record<string, Serve>> = {
  "Node's http": node,
  Express: plainExpress,
  "Express behind express.json()": parsedExpress,
  "Express behind express.raw()": rawExpress,
  Fastify: ofFastify,
  Hono: hono,
  "a route of Next, as a function": next,
};
