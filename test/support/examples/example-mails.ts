/** A reseller link of a partner. */
export function resellerLinkOf(partner: string): string {
  return `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
}

interface MailOfAPartner {
  readonly link: string;
  /** Further headers, each with its line end. */
  readonly headers?: string;
}

/** A mail with an invitation, as mail programs save it: its link behind words, in HTML alone. */
export function mailOf({ link, headers = '' }: MailOfAPartner): string {
  const body = `<p>Fabrikam would like to be your reseller.</p><p><a href="${link.replaceAll('&', '&amp;')}">Review</a></p>`;
  return [
    `${headers}From: "Fabrikam *Sales*" <sales@fabrikam.example>`,
    'To: adele@contoso.example',
    'Subject: =?utf-8?Q?Invitation?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See the HTML version.',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
}

/** What Teams sends for a file in a person's own chat. */
export function fileFrom(address: string, name: string): object {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso-my.sharepoint.com/personal/adele/Documents/${name}`,
    name,
    content: { downloadUrl: address, uniqueId: '1', fileType: name.split('.').at(-1) ?? '' },
  };
}
