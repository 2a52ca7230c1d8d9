import { z } from 'zod';
import { listContactRequests } from '../../application/contact/list-contact-requests.ts';
import { openContactForm } from '../../application/contact/open-contact-form.ts';
import { sendContactRequest } from '../../application/contact/send-contact-request.ts';
import { rememberChat } from '../../application/notifications/subscriptions.ts';
import { contactFields, type ContactField } from '../../domain/contact-problem.ts';
import { maxProvidersPerRequest } from '../../domain/contact/contact-request.ts';
import { isDomainError, type DomainError } from '../../domain/domain-error.ts';
import { withTicks, providerIdSchema } from '../cards/inputs.ts';
import { showSearch } from '../providers/search-dialog.ts';
import { searchStateSchema } from '../providers/search-state.ts';
import { action } from '../turn/action.ts';
import { chatOf } from '../turn/chat-of.ts';
import { errorText } from '../turn/error-text.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { contactFormCard } from './contact-form-view.ts';
import { contactRequestsCard } from './contact-requests-view.ts';
import { contactSentCard } from './contact-sent-view.ts';
import { showContactForm } from './show-contact-form.ts';

type Needs = Pick<Services, 'store' | 'directory'>;

const requestsPerPage = 5;

/** **Contact**, from details or for those ticked in the results. */
const openContact = action(
  z.looseObject({ providers: z.array(providerIdSchema).exactOptional(), state: searchStateSchema }),
  async (services, turn, data) => {
    const search = withTicks(data.state, data);
    try {
      await showContactForm(services, turn, data.providers ?? search.ticked, search);
    } catch (error) {
      // None or too many ticked: shown on the results, where the ticks are.
      if (!isDomainError(error, 'no-provider-chosen', 'too-many-providers')) throw error;
      await showSearch(services, turn, { search, notice: errorText(turn.messages, error) });
    }
  },
);

const sendSchema = z.looseObject({
  providers: z.array(providerIdSchema).min(1).max(maxProvidersPerRequest),
  state: searchStateSchema,
});

/** **Send**: validates, stores and sends the form, or shows it again as typed, with what is wrong. */
const sendContact = action(sendSchema, async (services, turn, data) => {
  const { messages, actor, profileAddress } = turn;
  try {
    const { language } = messages;
    const order = { providers: data.providers, form: formOf(data), language, profileAddress };
    const receipt = await sendContactRequest(services, actor, order);
    const chat = chatOf(turn);
    if (chat.audience.kind === 'person') await rememberChat(services, actor.tenant, chat);
    turn.show(contactSentCard(messages, receipt, data.state, services.isOutbox));
  } catch (error) {
    if (!isDomainError(error, 'contact-form-invalid', 'contact-limit-reached', 'too-many-providers'))
      throw error;
    await showFormAgain(services, turn, data, error);
  }
});

async function showFormAgain(
  services: Needs & Pick<Services, 'meter'>,
  { actor, messages, show }: Turn,
  data: z.infer<typeof sendSchema>,
  error: DomainError<'contact-form-invalid' | 'contact-limit-reached' | 'too-many-providers'>,
): Promise<void> {
  services.meter.record({ kind: 'refusal', reason: error.code });
  const { providers } = await openContactForm(services, actor, data.providers);
  const content = { providers, answers: formOf(data), state: data.state };
  const why = isDomainError(error, 'contact-form-invalid')
    ? { problems: error.parameters.problems }
    : { problems: [], refusal: errorText(messages, error) };
  show(contactFormCard(messages, { ...content, ...why }));
}

/** **My requests**, newest first. */
export const showContactRequests = action(
  z.looseObject({ after: z.string().max(256).exactOptional() }),
  async (services, turn, { after }) => {
    const page = await listContactRequests(services, turn.actor, { limit: requestsPerPage, after });
    turn.show(contactRequestsCard(turn.messages, page, after === undefined));
  },
);

/** The answers in the card's data. */
function formOf(data: Readonly<Record<string, unknown>>): Partial<Record<ContactField, string>> {
  const typed = contactFields.map((field) => [field, data[field]] as const);
  return Object.fromEntries(
    typed.filter((entry): entry is [ContactField, string] => typeof entry[1] === 'string'),
  );
}

/** The verbs about contact requests. */
export const contactActions = {
  'contact.open': openContact,
  'contact.requests': showContactRequests,
  'contact.send': sendContact,
};
