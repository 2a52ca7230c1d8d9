/** A link as each service that rewrites links writes it into its own; as documented, or as seen in public mailing lists. */
export const rewriters: Readonly<Record<string, (address: string) => string>> = {
  'Safe Links': (address) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${escaped(address)}&data=05%7C02&sdata=aGk%3D&reserved=0`,
  'Safe Links, its parameters in another order': (address) =>
    `https://nam12.safelinks.protection.outlook.com/?data=05%7C02&URL=${escaped(address)}&reserved=0`,
  'Safe Links of GCC High': (address) =>
    `https://usg01.safelinks.protection.office365.us/?url=${escaped(address)}&data=05%7C01&sdata=x%3D&reserved=0`,
  'Safe Links in Teams': (address) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${escaped(address)}&locale=en-us&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi&pc=abc`,
  'Safe Links in Outlook on the web': (address) =>
    `https://outlook.office.com/mail/safelink.html?url=${escaped(address)}&corid=31b28bee-5f99-7cd5-fcdd-4c0b88a961cb`,
  'Safe Links in Outlook, on the new host': (address) =>
    `https://outlook.cloud.microsoft/mail/safelink.html?url=${escaped(address)}&corid=31b28bee`,
  'a mail of Microsoft Azure': (address) =>
    `https://nam.safelink.emails.azure.net/redirect/?destination=${escaped(address)}&p=bT1l`,
  'Proofpoint v1': (address) =>
    `https://urldefense.proofpoint.com/v1/url?u=${escaped(address)}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=x&m=y&s=z`,
  'Proofpoint v2': (address) =>
    `https://urldefense.proofpoint.com/v2/url?u=${proofpointV2(address)}&d=DwMFaQ&c=x&r=y&m=z&s=w&e=`,
  'Proofpoint v3': (address) => proofpointV3('urldefense.com', address, /\*+/g),
  'Proofpoint v3, with replacements': (address) => proofpointV3('urldefense.com', address),
  'Proofpoint v3 of the US government': (address) => proofpointV3('urldefense.us', address),
  'Proofpoint v3, a slash lost': (address) => proofpointV3('urldefense.com', address.replace('://', ':/')),
  'Proofpoint URL Isolation': (address) =>
    `https://urlisolation.com/browser?clickId=B23D741D&traceToken=1739813018%3Bx&url=${escaped(address)}`,
  Barracuda: (address) => `https://linkprotect.cudasvc.com/url?a=${escaped(address)}&c=E,1,abc-def&typo=1`,
  'Check Point': (address) => `https://protect.checkpoint.com/v2/r02/___${address}___.YzJlOnRlbGVm`,
  Avanan: (address) => `https://url.avanan.click/v2/___${address}___.YXAzOnBlYWNl`,
  'Check Point, its first format': (address) =>
    `https://checkpoint.url-protection.com/v1/url?o=${escaped(address).replaceAll('%2F', '/')}&g=NTVi&h=ZjNi&p=YzJ1`,
  SonicWall: (address) => `https://sonicwall.url-protection.com/v1/url?o=${escaped(address)}&g=abc`,
  Cisco: (address) => `https://secure-web.cisco.com/1z0v_U78rf_0ofSUeyHRS36Fj-mk74Bg/${escaped(address)}`,
  Sophos: (address) =>
    `https://eu-central-1.protection.sophos.com/?d=microsoft.com&u=${Buffer.from(address).toString('base64')}&i=NjA4&t=N256&h=0dfc`,
  'Trend Micro': (address) =>
    `https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${escaped(address).toLowerCase()}&umid=a589eb6b&auth=8d3ccd`,
  Symantec: (address) => `https://clicktime.symantec.com/15xVcHh2qpEgPv5boCzmK?h=QCYV=&u=${escaped(address)}`,
  'Symantec, not escaped': (address) => `https://clicktime.symantec.com/15xVcHh2qpEg?h=QCYV=&u=${address}`,
  Trustwave: (address) => `https://scanmail.trustwave.com/?c=20988&d=n8HL4MpW&u=${escaped(address)}`,
  Trellix: (address) => `https://protect2.fireeye.com/v1/url?k=93407f2f&q=1&e=98882430&u=${escaped(address)}`,
  Hornetsecurity: (address) =>
    `https://atpscan.global.hornetsecurity.com/?d=HzV&f=rhm&i=&k=Eb5a&u=${escaped(address)}`,
  Vade: (address) =>
    `https://antiphishing.vadesecure.com/v4?f=UU1X&i=RTNL&k=ywmE&r=ZnVk&s=634b&u=${escaped(address)}`,
  Libraesva: (address) => `https://urlsand.esvalabs.com/?u=${escaped(address)}&e=ed7a&h=4565&f=y&p=y`,
  TitanHQ: (address) => `https://linklock.titanhq.com/analyse?url=${escaped(address)}&data=eJxs`,
  EdgePilot: (address) => `https://link.edgepilot.com/s/4239f747/ca21cbCpKkOSLI5Z?u=${escaped(address)}`,
  'FortiMail Cloud': (address) =>
    `https://www.fortimailcloud.com/fmlurlsvc/?fewReq=:B:JVE3PDk0&url=${escaped(address)}`,
  GMX: (address) =>
    `https://deref-gmx.net/mail/client/12XJ9x8ZdSA/dereferrer/?redirectUrl=${escaped(address)}`,
};

/** As written by services whose links do not carry what they open. */
export const opaqueLinks: Readonly<Record<string, string>> = {
  Mimecast: 'https://protect-eu.mimecast.com/s/QwErTyUiOpAsD?domain=admin.microsoft.com',
  'Mimecast, its newer host':
    'https://url.uk.m.mimecastprotect.com/s/YP9XCWQRPfDXo1NIKij?domain=admin.microsoft.com',
  Cisco: 'https://secure-web.cisco.com/1fCCdfJv_BYjz_YqipXEJjGHlmXlnTXcGx0N5X1OG',
  Sophos: 'https://us-east-2.protection.sophos.com/?d=admin.microsoft.com&b=990260&x=55f139&q=4bPL&i=NjE2',
  INKY: 'https://shared.outlook.inky.com/link?domain=admin.microsoft.com&t=h.eJx1kU1v',
  Proofpoint: 'https://url.emailprotection.link/?b6t_II7rHqeURY3L4E7-KcEv',
  'aka.ms': 'https://aka.ms/partneraccept',
  'bit.ly': 'https://bit.ly/3xYzAbC',
  'lnkd.in': 'https://lnkd.in/eAbCdEf',
};

const escaped = encodeURIComponent;

/** `-` stands for `%`, and `_` for `/`. */
function proofpointV2(address: string): string {
  return address
    .replace(/[^\w/.]|_/g, (character) =>
      character.charCodeAt(0) < 128
        ? `-${character.charCodeAt(0).toString(16).toUpperCase()}`
        : escaped(character),
    )
    .replaceAll('%', '-')
    .replaceAll('/', '_');
}

/** `?`, `#`, `=` and `*` are replaced by `*`, and runs of them by `**` and their number. */
function proofpointV3(host: string, address: string, special = /[?#=*]+/g): string {
  let replaced = '';
  const text = address.replace(special, (run) => {
    replaced += run;
    return run.length === 1 ? '*' : `**${String.fromCharCode(65 + run.length - 2)}`;
  });
  const encoded = Buffer.from(replaced).toString('base64url');
  return `https://${host}/v3/__${text}__;${encoded}!!AbCdEf!xYz123-q$`;
}
