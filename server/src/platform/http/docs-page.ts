import { html } from 'hono/html';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
      }
    >
  >;
  readonly 'x-permission'?: string;
  readonly security?: readonly unknown[];
}

/** What is shown of an OpenAPI 3.1 document. */
interface ApiDocument {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string | undefined;
  };
  readonly paths?: Readonly<Record<string, object>> | undefined;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> | undefined } | undefined;
}

const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete']);

/**
 * An OpenAPI document as one plain page: no script, nothing loaded from elsewhere. It shows what each address takes, gives and
 * asks for; trying them out is for tools that read the document itself.
 */
export function docsPage(document: ApiDocument) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]: [string, Operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components?.schemas ?? {});
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${document.info.title}</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1f; }
      code, pre { font: 0.875em/1.4 ui-monospace, monospace; }
      pre { overflow-x: auto; background: #f4f4f6; padding: 0.75rem; }
      section { border-top: 1px solid #d5d5da; padding: 0.5rem 0 1rem; }
      h2 code { font-size: 1rem; }
      table { border-collapse: collapse; } td, th { text-align: left; padding: 0.15rem 1rem 0.15rem 0; vertical-align: top; }
    </style>
  </head>
  <body>
    <main>
      <h1>${document.info.title} ${document.info.version}</h1>
      <p>${document.info.description ?? ''}</p>
      <p><a href="openapi.json">openapi.json</a></p>
      <ul>
        ${operations.map(
          ({ path, method, operation }) =>
            html`<li><a href="#${anchorOf(method, path)}"><code>${method.toUpperCase()} ${path}</code></a> ${operation.summary ?? ''}</li>`,
        )}
      </ul>
      ${operations.map(({ path, method, operation }) => operationSection(path, method, operation))}
      <h1>Schemas</h1>
      ${schemas.map(
        ([name, schema]) =>
          html`<section id="schema-${name}"><h2><code>${name}</code></h2>${schemaBlock(schema)}</section>`,
      )}
    </main>
  </body>
</html>`;
}

function operationSection(path: string, method: string, operation: Operation) {
  const permission = operation['x-permission'];
  return html`<section id="${anchorOf(method, path)}">
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${operation.summary ?? ''}${operation.description === undefined ? '' : ` ${operation.description}`}</p>
    ${permission === undefined ? '' : html`<p>Needs <code>${permission}</code>.</p>`}
    ${operation.security?.length === 0 ? html`<p>Needs no sign-in.</p>` : ''}
    ${parameterTable(operation.parameters ?? [])}
    ${Object.entries(operation.requestBody?.content ?? {}).map(
      ([type, { schema }]) => html`<h3>Body <code>${type}</code></h3>${schemaBlock(schema)}`,
    )}
    ${Object.entries(operation.responses ?? {}).map(
      ([status, answer]) => html`<details>
        <summary><code>${status}</code> ${answer.description ?? ''}</summary>
        ${Object.values(answer.content ?? {}).map(({ schema }) => schemaBlock(schema))}
      </details>`,
    )}
  </section>`;
}

function parameterTable(parameters: NonNullable<Operation['parameters']>) {
  if (parameters.length === 0) return '';
  return html`<table>
    <thead><tr><th>Parameter</th><th>In</th><th>Type</th><th></th></tr></thead>
    <tbody>
      ${parameters.map(
        (one) => html`<tr>
          <td><code>${one.name}</code>${one.required === true ? '' : ' (optional)'}</td>
          <td>${one.in}</td>
          <td><code>${JSON.stringify(one.schema ?? {})}</code></td>
          <td>${one.description ?? ''}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A schema, or a link to the one it points to. */
function schemaBlock(schema: unknown) {
  const name = /^\{"\$ref":"#\/components\/schemas\/([^"]+)"\}$/.exec(JSON.stringify(schema) ?? '')?.[1];
  return name === undefined
    ? html`<pre>${JSON.stringify(schema, undefined, 2)}</pre>`
    : html`<p><a href="#schema-${name}"><code>${name}</code></a></p>`;
}

const anchorOf = (method: string, path: string): string =>
  `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');
