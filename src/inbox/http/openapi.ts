import { type ApiRoute, apiRoutes } from "./api-routes.ts";
import { apiSchemas } from "./api-schemas.ts";

const error = {
  description: "What is wrong, and what would fix it",
  content: { "application/json": { schema: ref("Error") } },
};

/**
 * The API's own documentation.
 *
 * @param basePath where the API is served
 * @see https://spec.openapis.org/oas/v3.1.0
 */
export function describeApi(basePath: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of apiRoutes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Letterpress inbox",
      version: "1",
      description:
        "Mail that was sent to a local inbox, for tests in any language. From this machine no token is needed; pages of other sites are refused.",
    },
    servers: [{ url: basePath }],
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: apiSchemas,
    },
  };
}

function describeRoute({ id, method, path, summary, query, answer }: ApiRoute): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
  return {
    operationId: id,
    summary,
    parameters: [...inPath, ...query.map((parameter) => ({ ...parameter, in: "query" }))],
    ...(method === "patch" && {
      requestBody: { required: true, content: { "application/json": { schema: ref("Mark") } } },
    }),
    responses: {
      ...(answer === undefined ? { 204: { description: "Done" } } : { 200: success(answer) }),
      "4XX": error,
    },
  };
}

function success(answer: NonNullable<ApiRoute["answer"]>): object {
  const content =
    "schema" in answer
      ? { "application/json": { schema: ref(answer.schema) } }
      : { [answer.octets]: { schema: { type: "string", format: "binary" } } };
  return { description: "The answer", content };
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
