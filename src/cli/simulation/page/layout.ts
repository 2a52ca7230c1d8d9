import { randomBytes } from 'node:crypto';
import type { Delivery } from '../reply.ts';
import { html, Html } from './html.ts';

const style = `
:root { color-scheme: light dark; --line: #8a8a8a; --warn: #fff4ce; --on-warn: #201f1e; --quiet: #555; }
@media (prefers-color-scheme: dark) { :root { --warn: #4a3b00; --on-warn: #fff8e1; --quiet: #b8b8b8; } }
* { box-sizing: border-box; }
body { background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 0 .75rem 3rem; overflow-wrap: anywhere; }
.simulation { background: var(--warn); color: var(--on-warn); margin: 0 -.75rem; padding: .5rem .75rem; font-weight: 600; }
.quiet { color: var(--quiet); }
article, fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: .75rem 0; padding: .5rem .75rem; min-width: 0; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
form { margin: .5rem 0; } label { display: block; margin: .25rem 0; }
input[type=text], select { font: inherit; width: 100%; padding: .35rem; }
button { font: inherit; padding: .4rem .8rem; margin: .25rem .25rem .25rem 0; }
ul { padding-left: 1.2rem; }
`;

interface Screen {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  readonly script?: string;
}

/** A screen of the page, of which every one begins by saying that it is a simulation. */
export function screen({ title, body, status = 200, script }: Screen): Delivery {
  const nonce = randomBytes(16).toString('base64');
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Simulation: ${title}</title>
        <style nonce="${nonce}">
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header class="simulation">
          This is a simulation on your own machine. It stands for Microsoft 365’s admin center; nothing here
          is real.
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        ${
          script !== undefined &&
          html`<script nonce="${nonce}">
            ${new Html(script)};
          </script>`
        }
      </body>
    </html> `;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src ${script === undefined ? "'none'" : `'nonce-${nonce}'`}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`, with which browsers send no origin with a form.
    'referrer-policy': 'same-origin',
  };
  return { kind: 'whole', reply: { status, headers, body: markup } };
}
