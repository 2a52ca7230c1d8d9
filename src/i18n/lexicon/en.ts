import { exportCommands } from './en-exports.ts';
import { countries, designations, functions, industries, offerings, sizes } from './en-values.ts';
import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

/** The English lexicon. */
export const en: Lexicon = {
  commands: {
    help: phrases(`help, help me, i need help, i need some help, can you help me, menu, commands, what can you do,
      what can i do, what can i say, what can i ask, how does this work, how does it work, how do i use this, who are you,
      what are you, what is this, get started, start, instructions`),
    greeting: phrases(`hi, hello, hey, hiya, howdy, hi there, hello there, hey there, greetings, good morning,
      good afternoon, good evening, thanks, thank you, many thanks, thanks a lot, thank you very much, cheers`),
    speakEnglish:
      phrases(`english, in english, speak english, talk english, switch to english, change to english,
      answer in english, reply in english, do you speak english, language english, use english, set language to english,
      change language to english, i speak english, english version`),
    speakFrench: phrases(`french, in french, speak french, talk french, switch to french, change to french,
      answer in french, reply in french, do you speak french, language french, use french, set language to french,
      change language to french, i speak french, french version`),
    myRequests:
      phrases(`my requests, requests, my request, my contact requests, my past requests, past requests,
      my previous requests, what did i send, what have i sent, who did i contact, who have i contacted,
      status of my requests, where are my requests, list my requests, request status`),
    invitations:
      phrases(`invitations, invitation, pending invitations, partner invitations, open invitations, my invitations,
      accept partner invitation, accept invitation, review invitations, list invitations, invites, pending invites,
      which invitations are pending, new invitations, any new invitations, any invitations, waiting invitations,
      do we have invitations, do we have pending invitations, who wants in, who wants access`),
    decidedInvitations:
      phrases(`decided invitations, past invitations, old invitations, earlier invitations, invitations that were decided,
      authorized invitations, authorised invitations, accepted invitations, cancelled invitations, which invitations were decided`),
    partners:
      phrases(`partners, my partners, our partners, your partners, list partners, list of partners, partner list, show partners,
      partner relationships, all partners, which partners do we have, who are our partners, who has access,
      who has access to our tenant, who has access to my tenant, who has access to the tenant, who has access to our organization,
      who has access to our organisation, who has access to our data, who can access our tenant, who can get into our tenant,
      who is in our tenant, who has access to our tenant and who let them in, who can get into our tenant and who let them in,
      who has access and who let them in, who works with us, who do we work with, which partners do we work with,
      which partners have access, which partners expire soon, which partners end soon, what ends soon, what expires soon`),
    delegatedPartners:
      phrases(`partners with delegated permissions, partners with delegated administration, partners with permissions,
      partners with admin rights, partners with global administrator, partners with access, delegated permissions,
      delegated administrators of our tenant, who can administer our tenant, who administers our tenant, who has delegated permissions,
      who has delegated administration, who has permissions, who has admin rights, who has global administrator, who is global administrator,
      which partners have delegated permissions, which partners have admin rights, which partners are global administrators`),
    reviewPartners:
      phrases(`review partners, review our partners, review my partners, review all partners, review partner access, review access,
      review delegated permissions, review permissions, review who has access, start review, start a review, start the review,
      start the partner review, start reviewing, begin review, begin the review, begin a review, continue review, continue the review,
      resume review, resume the review, finish the review, partner review, partners review, review of partners,
      review of our partners, access review, quarterly review, review, reviews`),
    changes:
      phrases(`changes, alerts, alert, what changed, what has changed, changes in microsoft 365, changes in our tenant,
      changes in the tenant, list changes, open alerts, list alerts, any changes, any alerts, unexpected changes,
      tenant changes, new changes, what changed in our tenant, what changed in microsoft 365`),
    setup:
      phrases(`setup, set up, check setup, check the setup, link to microsoft 365, microsoft 365 link, permissions check,
      check permissions, graph permissions, admin consent, link status, status of the link`),
    history:
      phrases(`history, audit, audit log, audit trail, log, record, records, what happened, what has happened, what was decided,
      who did what, who decided what, activity, recent activity, the whole history, full history, list history,
      who let them in, who authorized what, who authorised what, who removed what, who approved what`),
    ...exportCommands,
    notifyHere:
      phrases(`notify here, notify me, notify us, notify this channel, notify me here, post here, turn on notifications,
      notifications on, start notifying, subscribe`),
    stopNotifying:
      phrases(`stop notifying, stop notifications, stop notifying me, stop notifying us, stop notifying here, don't notify,
      do not notify, turn off notifications, notifications off, mute, unsubscribe, stop posting here`),
  },
  history:
    phrases(`history of, history for, history with, history about, audit of, audit log of, audit trail of, what happened with,
    what happened to, what did we do with, activity of, who did what with, who authorized, who authorised, who approved, who accepted, who invited, who declined,
    who cancelled, who let in, why did we authorize, when did we authorize, when was the last decision about`),
  removal:
    phrases(`remove delegated permissions from, remove delegated permissions of, remove delegated permissions for, remove delegated permissions,
    remove permissions from, remove permissions of, remove permissions, remove the delegated permissions of,
    remove the delegated permissions from, remove the permissions of, remove admin rights from, remove administration from,
    remove access from, remove access of, remove delegated administration from, remove delegated admin from, take permissions away from,
    take away the permissions of, take admin rights away from, revoke, revoke access from, revoke access of, revoke access for,
    revoke permissions of, revoke permissions from, revoke the permissions of, revoke delegated permissions from,
    revoke delegated permissions of, revoke the access of, withdraw permissions from`),
  cancellation:
    phrases(`cancel all invitations from, cancel all invitations of, cancel all invitations by, cancel all invitations pasted by, cancel all invitations,
    cancel all the invitations from, cancel all the invitations of, cancel every invitation from, cancel every invitation of,
    cancel the invitations from, cancel the invitations of, cancel the invitations pasted by, cancel invitations from,
    cancel invitations of, cancel invitations pasted by, cancel invitations, cancel the invitation from, cancel the invitation of,
    cancel several invitations, decline all invitations from, decline all invitations of, decline all invitations,
    decline the invitations of, decline the invitations from, cancel all invites from, cancel all invites`),
  courtesy:
    phrases(`please, pls, plz, kindly, can, could, would, will, you, me, i, d, i'd, want, like, to, the, show, see,
    let, us, s, now, just, ok, okay, then, so, thanks, thank, dear, desk, go, again, get, give, do, all, a, my own`),
  search: {
    seek: phrases(`find, found, search, search for, searching, look, look for, looking, looking for, seek, seeking, need,
      needs, want, wanted, require, recommend, suggest, who, whom, someone, somebody, anyone, anybody, any company,
      list, browse, provider, providers, solution provider, solutions provider, solution providers, service provider,
      cloud solution provider, csp, partner, partners, supplier, vendor, company, companies, firm, agency, expert,
      specialist, contractor, integrator, contact, contacting, hire, get in touch with, reach, reach out to`),
    only: phrases(`only, just, solely, exclusively, keep, keep only, show only, narrow, narrow to, narrow down to,
      limit to, limit it to, restrict to, filter, filter by, filter on, what about, how about, the ones, those, refine,
      instead, rather`),
    small:
      phrases(`a, an, the, i, i'm, im, ive, id, we, you, he, she, it, they, me, us, them, my, our, ours, your, their,
      its, this, that, these, there, here, and, or, but, so, if, then, of, to, in, on, at, by, for, from, with, within,
      about, near, nearby, around, close to, next to, into, as, is, are, am, be, been, was, were, do, does, did, done, can,
      could, would, will, shall, should, may, might, must, have, has, had, get, give, make, let, like, 'd, s, m, d, ll, re,
      ve, t, please, pls, plz, kindly, thanks, thank, thank you, hi, hello, hey, good morning, good afternoon, dear, ok,
      okay, yes, well, some, any, all, every, more, less, than, very, good, best, great, better, local, new, which, what,
      where, when, how, whose, one, ones, help, helps, helping, assist, assistance, support us, show, see, tell, display,
      speaks, somewhere, able, know, knows, offer, offers, offering, provide, provides, providing, sell, sells, selling,
      do you know, does, work, works, working, deal, deals, handle, handles, based, located, situated, living, area,
      region, city, town, country, near us, near me, around us, with us, with me, for us, for me, help us, to us, up to,
      roughly, approximately, my company, our company, my organization, my organisation, our organization,
      our organisation, organization, organisation, organizations, organisations, business, businesses, project, projects,
      solution, solutions, product, products, microsoft, ms, specialized, specialised, specializing, specialising,
      specializes, certified, experienced, experience, using, use, uses, used, industry, sector, field, something, thing,
      also, too, not, no, still, again, now, today, urgently, asap, looking to, interested, trying, try, going,
      manage, managing, set up, setting up, implement, implementing, implementation, install, installing, buy, buying,
      purchase, purchasing, who can, our own, kind, type, sort, dont, don, their own, site, sites, question`),
    beforePlace: phrases(
      `in, near, around, at, from, within, inside, nearby, close to, next to, based in, outside`,
    ),
    beforeOffering: phrases('for, with, on, using, about, of, microsoft, ms'),
    ordinary:
      phrases(`nice, reading, bath, mobile, split, orange, sale, hull, deal, ware, rugby, battle, sandwich,
      young, man, bar, police, most, hope, independence, enterprise, team, staff, mail, email, chat, call, calls, cloud,
      data, list, lists, word, words, access, forms, office, offices, planner, project, surface, exchange, visio, stream,
      bookings, loop, store, order, orders, main, item, items, news, house, price, prices, training course,
      phone, phones, time, times, year, years, month, people, person, move, moving, file, files, page, web, name, names`),
  },
  values: { offerings, industries, designations },
  functions,
  sizes,
  countries,
  headcount: {
    people:
      phrases(`people, person, persons, employees, employee, users, user, seats, seat, staff, members, workers,
      headcount, colleagues, heads, mailboxes, workplaces, strong`),
    moreThan: phrases('more than, over, above, bigger than, larger than'),
    lessThan: phrases('less than, fewer than, under, below, smaller than'),
    to: phrases('to, and'),
  },
  results: {
    commands: {
      nextPage:
        phrases(`next, next page, next results, next ones, more, more results, show more, see more, others,
        other results, continue, forward, the rest`),
      previousPage: phrases('previous, previous page, previous results, page before, prior page, prev'),
      results: phrases(
        'back, go back, back to results, back to the results, back to the list, results, the list',
      ),
      clear:
        phrases(`clear, clear filters, clear all, clear all filters, clear the filters, reset, reset filters,
        reset all, remove filters, remove all filters, remove the filters, no filters, no filter, without filters,
        start over, start again, drop all filters, everything`),
      anywhere:
        phrases(`anywhere, everywhere, worldwide, in any country, any country, all countries, any place,
        anywhere else, in the whole world, no matter where, wherever, in all countries`),
    },
    contact: phrases(
      'contact, contacting, write to, email, e-mail, message, get in touch with, reach, reach out to',
    ),
    open: phrases(`open, show, see, view, display, details, details of, details for, more about, more on, tell me about,
      about, pick, choose, select, take, go to, look at, info, information, i want, give me, let s see`),
    page: phrases('page, go to page, show page'),
    number: phrases('number, no, nr, nb, result, position, item'),
    all: phrases('all, everyone, everybody, all of them, them all, each, every one'),
    last: phrases('last, bottom, final'),
    first: phrases('first, top'),
    cardinals: phrases('one, two, three, four, five, six, seven, eight, nine, ten'),
    ordinals: phrases('first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth'),
    one: phrases(
      'one, ones, provider, providers, partner, partners, result, results, company, companies, of them, on the list, in the list',
    ),
    this: phrases(
      'it, them, him, her, this, that, these, those, this one, that one, this provider, this partner',
    ),
    between: phrases('the, and, of, a, to, with, on, for, in, from, or, at, please'),
    remove: phrases(
      'remove, drop, forget, without, any, all, no, clear, delete, whatever, every, ignore, take off, lift',
    ),
    filters: {
      country: phrases('country, countries, country filter'),
      city: phrases('city, cities, town, towns, place, city filter'),
      offering: phrases(
        'service, services, product, products, service or product, offering, product filter, service filter',
      ),
      function: phrases('function, functions, kind, type, role, function filter'),
      industry: phrases('industry, industries, sector, sectors, industry filter'),
      size: phrases('size, sizes, organisation size, organization size, company size, size filter'),
      designation: phrases('designation, designations, designation filter'),
    },
  },
};
