import type { ContactField, ContactProblem } from '../../domain/contact-problem.ts';
import { contactLimits } from '../../domain/contact/contact-form.ts';
import { countries } from '../../domain/country.ts';
import { languages } from '../../domain/language.ts';
import { organizationSizes } from '../../domain/providers/organization-size.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import type { SearchState } from '../providers/search-state.ts';

interface ContactFormContent {
  readonly providers: readonly Provider[];
  /** Field values: as typed before, or as known to the desk. */
  readonly answers: Readonly<Partial<Record<ContactField, string>>>;
  /** Problems of the form that was sent; none when it opens. */
  readonly problems: readonly ContactProblem[];
  /** Why a form without problems was not sent. */
  readonly refusal?: string;
  /** The search to go back to. */
  readonly state: SearchState;
}

/** The form that goes to one or several providers. */
export const contactFormCard = defineCard('contact-form', contactFormView);

function contactFormView(
  messages: Messages,
  { providers, answers, problems, refusal, state }: ContactFormContent,
) {
  const { contact: text, errors, format, vocabulary } = messages;
  const field = (name: ContactField) => {
    const problem = problems.find((candidate) => candidate.field === name);
    return {
      label: text.fields[name],
      error: optional(problem === undefined ? undefined : problemText(messages, problem)),
    };
  };
  // Clients enforce limits and choices, but forged data must fit into a card too.
  const typed = (name: keyof typeof contactLimits) => {
    const limit = contactLimits[name];
    return { ...field(name), value: (answers[name] ?? '').slice(0, limit), limit };
  };
  const chosen = (name: ContactField, choices: readonly Choice[]) => {
    const value = choices.find((choice) => choice.value === answers[name])?.value ?? '';
    return { ...field(name), value, choices };
  };
  return {
    title: text.title(format, providers.length),
    to: text.to(format.list(providers.map(({ name }) => name))),
    lead: text.lead,
    hasProblem: problems.length > 0 || refusal !== undefined,
    problem: refusal ?? errors['contact-form-invalid']({ problems }, format),
    required: text.problems.required,
    choose: text.choose,
    organizationSection: text.organizationSection,
    organizationName: typed('organizationName'),
    country: chosen('country', countryChoices(messages)),
    city: typed('city'),
    organizationSize: chosen(
      'organizationSize',
      organizationSizes.map((size) => ({ title: vocabulary.sizes[size], value: size })),
    ),
    industry: typed('industry'),
    contactSection: text.contactSection,
    contactName: typed('contactName'),
    email: typed('email'),
    phone: typed('phone'),
    preferredLanguage: chosen(
      'preferredLanguage',
      languages.map((value) => ({ title: text.languages[value], value })),
    ),
    needsSection: text.needsSection,
    products: typed('products'),
    needs: typed('needs'),
    needsPlaceholder: text.needsPlaceholder,
    consent: { ...field('consent'), value: answers.consent === 'true' ? 'true' : 'false' },
    consentLabel: text.consentLabel,
    consentRequired: text.problems.consentMissing,
    sendTitle: text.send,
    sendData: { providers: providers.map(({ id }) => id), state },
    backTitle: text.back,
    backData: { state },
  };
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

function countryChoices({ format, language }: Messages): readonly Choice[] {
  return countries
    .map((value) => ({ title: format.country(value), value }))
    .sort((one, other) => one.title.localeCompare(other.title, language));
}

function problemText({ contact: text, format }: Messages, problem: ContactProblem): string {
  return problem.problem === 'tooLong'
    ? text.problems.tooLong(format, problem.limit)
    : text.problems[problem.problem];
}
