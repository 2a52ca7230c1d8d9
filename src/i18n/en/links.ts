/** Of links that are no invitation, or that came through a service which rewrites links. */
export const links = {
  cameThrough: (services: string) => `The link came through ${services}.`,
  otherCloud:
    'This link opens the admin center of another Microsoft cloud than your organisation’s. It cannot be accepted there: ask the partner for one of your cloud.',
  damagedAdvice:
    'It may have been cut off or changed on its way. Open the original message and copy the whole link, or ask the partner for a new one, by a way that you know.',
  notices: {
    hiddenTarget: {
      title: 'Where this link leads cannot be seen',
      byFilter: (service: string) =>
        `The link goes through ${service}, which checks links before it opens them, and keeps their addresses to itself. Whether it is an invitation cannot be seen here.`,
      byShortLink: (service: string) =>
        `The link was shortened by ${service}, which alone knows what it opens. Whether it is an invitation cannot be seen here.`,
      advice:
        'If you expected an invitation, open the link, copy the address of the page at which you arrive from your browser, and paste it here. Do not sign in anywhere before.',
    },
    unknownFilter: {
      title: 'This link goes through a filter that is not known here',
      what: 'It looks like a link that a FortiMail mail filter rewrote. Anybody could make it look so: whether this site is your organisation’s filter, only you can know.',
      advice:
        'If it is, open the link, copy the address of the page at which you arrive from your browser, and paste it here. If you do not know the site, do not open it.',
    },
    partnersPage: {
      title: 'This is the list of your partners',
      what: 'The link opens the page of the Microsoft 365 admin center that lists your organisation’s partners. It is no invitation.',
      advice: 'Press Partners, or say “partners”, to see them here.',
    },
    microsoftRedirect: {
      title: 'This is a short address of Microsoft’s',
      what: 'It leads to a page of Microsoft’s; which one is not in the link. Invitations do not look like this.',
      advice:
        'If you expected an invitation, open the link, copy the address of the page at which you arrive, and paste it here. To see who has access to your organisation, press Partners, or say “partners”.',
    },
    microsoftPage: {
      title: 'This is a Microsoft site, but not a page that is read here',
      what: 'Invitations of partners open the Microsoft 365 admin center, on a page of their own. This link opens another page.',
      advice:
        'If a partner sent it as an invitation, ask for the link of the invitation itself, or do what it asks on that page, once you know who sent it.',
    },
    elsewhere: {
      title: 'This link is no partner invitation',
      what: 'Invitations of partners open the Microsoft 365 admin center. This link leads to another site; it was not opened.',
      advice:
        'Paste the link of an invitation, or the e-mail around it, to review it. Say “help” to see what else you can ask for.',
    },
  },
};
