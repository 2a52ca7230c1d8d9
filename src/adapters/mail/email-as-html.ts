import { escapeUTF8 } from 'entities';
import type { EmailContent } from './email-content.ts';

/** The e-mail as an HTML page. It loads no resources, and user input is escaped. */
export function emailAsHtml({ language, subject, opening, fields, needs, closing }: EmailContent): string {
  const rows = fields.map(
    ({ label, value }) =>
      `<tr><th scope="row" align="left">${escaped(label)}</th><td>${escaped(value)}</td></tr>`,
  );
  return [
    `<!doctype html>`,
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body>`,
    ...opening.map(paragraph),
    `<table cellpadding="4">`,
    ...rows,
    `</table>`,
    `<h2>${escaped(needs.label)}</h2>`,
    paragraph(needs.value),
    ...closing.map(paragraph),
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
}

function escaped(text: string): string {
  // Some mail clients read only HTML 4, which has no `&apos;`.
  return escapeUTF8(text).replaceAll('&apos;', '&#39;');
}
