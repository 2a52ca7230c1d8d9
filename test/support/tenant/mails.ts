interface Written {
  readonly from?: string;
  readonly results?: string;
  readonly type?: 'plain' | 'html';
}

/** A mail as a mail system stores it. */
export function mail(
  text: string,
  {
    from = 'Fabrikam <sales@fabrikam.example>',
    results = 'spf=pass smtp.mailfrom=fabrikam.example; dkim=pass header.d=fabrikam.example; dmarc=pass action=none',
    type = 'plain',
  }: Written = {},
): string {
  return [
    `Authentication-Results: ${results}`,
    `From: ${from}`,
    'To: partners@contoso.example',
    'Subject: An invitation',
    'Date: Mon, 23 Nov 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset=utf-8`,
    '',
    text,
    '',
  ].join('\r\n');
}

/** A mail that has another attached. */
export function forwarded(attached: string, note = 'See attached.'): string {
  return [
    'Authentication-Results: spf=pass; dkim=pass; dmarc=pass',
    'From: Lee Gu <lee@contoso.example>',
    'To: partners@contoso.example',
    'Subject: FW: An invitation',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    note,
    '--b',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename="invitation.eml"',
    '',
    attached,
    '--b--',
    '',
  ].join('\r\n');
}
