import { inParameter } from './in-parameter.ts';
import { keptByService, type Rewriter } from './rewriter.ts';

/** Mail filters whose links carry what they open in a parameter, as documented by them or seen in public mailing lists. */
export const otherMailFilters: readonly Rewriter[] = [
  {
    // https://linkprotect.cudasvc.com/url?a=…&c=E,1,…&typo=1
    name: 'Barracuda',
    hosts: ['linkprotect.cudasvc.com'],
    path: /^\/(?:url\/?)?$/i,
    reads: inParameter('a', ['c', 'typo', 'ancr_add']),
  },
  {
    // https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=…&umid=…&auth=…, one host for each product
    name: 'Trend Micro',
    hosts: /^[a-z\d-]+-(?:ctp|urlprotect)\.trendmicro\.com$/,
    path: /^\/wis\/clicktime\/v\d\/(?:query|clickthrough)\/?$/i,
    port: '443',
    reads: inParameter('url', ['umid', 'auth', 'rct']),
  },
  {
    // https://clicktime.symantec.com/<token>?h=…&u=…
    name: 'Symantec',
    hosts: ['clicktime.symantec.com'],
    path: /^\//,
    reads: inParameter('u', ['h']),
  },
  {
    // https://scanmail.trustwave.com/?c=…&d=…&u=…
    name: 'Trustwave',
    hosts: ['scanmail.trustwave.com'],
    path: /^\/$/,
    reads: inParameter('u', ['c', 'd', 's']),
  },
  {
    // https://protect2.fireeye.com/v1/url?k=…&q=1&e=…&u=…
    name: 'Trellix',
    hosts: ['protect.fireeye.com', 'protect2.fireeye.com'],
    path: /^\/(?:v1\/)?url\/?$/i,
    reads: inParameter('u', ['k', 'q', 'e']),
  },
  {
    // https://atpscan.global.hornetsecurity.com/?d=…&f=…&u=…
    name: 'Hornetsecurity',
    hosts: ['atpscan.global.hornetsecurity.com'],
    path: /^\/(?:index\.php)?$/i,
    reads: inParameter('u', ['d', 'f', 'i', 'k', 'm', 'n', 'r', 's']),
  },
  {
    // https://antiphishing.vadesecure.com/v4?f=…&i=…&k=…&r=…&s=…&u=…
    name: 'Vade',
    hosts: ['antiphishing.vadesecure.com'],
    path: /^\/v?\d+\/?$/i,
    reads: inParameter('u', ['f', 'i', 'k', 'r', 's']),
  },
  {
    // https://urlsand.esvalabs.com/?u=…&e=…&h=…&f=y&p=y
    name: 'Libraesva',
    hosts: ['urlsand.esvalabs.com'],
    path: /^\/$/,
    reads: inParameter('u', ['e', 'h', 'f', 'p']),
  },
  {
    // https://linklock.titanhq.com/analyse?url=…&data=…
    name: 'TitanHQ',
    hosts: ['linklock.titanhq.com'],
    path: /^\/analyse\/?$/i,
    reads: inParameter('url', ['data']),
  },
  {
    // https://link.edgepilot.com/s/<token>/<token>?u=…
    name: 'EdgePilot',
    hosts: ['link.edgepilot.com'],
    path: /^\/[sx]\//i,
    reads: inParameter('u', []),
  },
  {
    // https://www.fortimailcloud.com/fmlurlsvc/?fewReq=:B:…&url=…; on other hosts too, of which nobody knows whose they are
    name: 'FortiMail',
    hosts: /^[a-z\d-]+\.fortimailcloud\.com$/,
    path: /^\/fmlurlsvc\/?$/i,
    reads: inParameter('url', ['fewreq']),
  },
  {
    // https://deref-gmx.net/mail/client/<token>/dereferrer/?redirectUrl=…: webmail of GMX, WEB.DE, mail.com and 1&1
    name: 'GMX / WEB.DE',
    hosts:
      /^(?:deref-(?:gmx\.(?:net|com|fr|co\.uk)|(?:mail|mail-02)\.com|(?:web|web-02|1und1|1und1-02)\.de)|3c(?:-bs|-bap|-lxa)?\.(?:gmx\.(?:net|com|es)|web\.de|mail\.com))$/,
    path: /^\/mail\/client\/(?:[\w-]+\/)?dereferrer\/?$/i,
    reads: inParameter('redirecturl', []),
  },
  {
    // https://protect-eu.mimecast.com/s/<token>?domain=…, where `domain` is the sender's word and proves nothing
    name: 'Mimecast',
    hosts: /^(?:protect(?:-[a-z\d]+)?\.mimecast(?:-offshore)?\.com|url\.[a-z\d]+\.m\.mimecastprotect\.com)$/,
    path: /^\/[sr]\//i,
    reads: keptByService,
  },
  {
    // https://shared.outlook.inky.com/link?domain=…&t=…
    name: 'INKY',
    hosts: ['shared.outlook.inky.com'],
    path: /^\/link\/?$/i,
    reads: keptByService,
  },
];
