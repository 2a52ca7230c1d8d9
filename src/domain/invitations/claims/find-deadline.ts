import { quoted, type ClaimLine } from './claim-lines.ts';

/** The invitation, or what is done with it. */
const ofTheInvitation =
  /(?:invit|einlad|uitnod|convit|\blink|\blien\b|enlace|koppeling|request|demande|anfrage|solicit|richiest|aanvra|pedido|accept|annehm|annahm|akzept|acept|accett|aceit|approv|genehm|respon|reply|antwort|repond|rispo|antwoord|click|klick|cliqu)/i;
const limit =
  /(?:\bwithin\b|\bexpir|\blapse|\bvalid|\bbefore\b|\buntil\b|\bby\b|\bdeadline\b|\binnerhalb\b|\bbinnen\b|\babl[aä]uf|\bl[aä]uft|\bg[uü]ltig|\bbis\b|\bdans\b|\bsous\b|\bavant\b|\bjusqu|\bvalable|\bdentro\b|\bantes\b|\bhasta\b|\bcaduc|\bvence\b|\bv[aá]lid|\bentro\b|\bscade|\bprima\b|\bvoor\b|\bgeldig|\bverloopt|\bat[eé]\b|\bprazo\b)/iu;
const time =
  /\d{1,4}\s?(?:days?|weeks?|months?|hours?|jours?|semaines?|mois|heures?|tage?n?|wochen?|monate?n?|stunden|d[ií]as?|semanas?|mes(?:es)?|horas?|giorn[oi]|settiman[ae]|mes[ei]|ore|dagen|weken|maanden|uur)\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\s(?:de\s)?\d{4}|\p{L}{3,9}\s\d{1,2},\s\d{4}/iu;

const maxSentence = 300;

/** The sentence of a message that says until when it is to be answered, word for word. */
export function findDeadline(lines: readonly ClaimLine[]): string | undefined {
  for (const { text } of lines) {
    for (const sentence of text.split(/(?<=[.!?])\s/)) {
      const read = sentence.slice(0, maxSentence);
      if (ofTheInvitation.test(read) && limit.test(read) && time.test(read)) return quoted(read, 150);
    }
  }
  return undefined;
}
