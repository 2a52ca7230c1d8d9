/*
 * How English, French, German, Spanish, Italian, Dutch and Portuguese mails name lengths of time; folded.
 */

function words(list: string): readonly string[] {
  return list.split(' ');
}

const units: Readonly<Record<string, readonly string[]>> = {
  1: words('day days d jour jours tag tage tagen tages dia dias giorno giorni dag dagen'),
  7: words('week weeks wk wks semaine semaines woche wochen semana semanas settimana settimane weken'),
  30: words('month months mo mos mth mths mois monat monate monaten mes meses mese mesi maand maanden'),
  365: words(
    'year years yr yrs y an ans annee annees jahr jahre jahren jahres ano anos anno anni jaar jaren',
  ),
};

/** Days in a unit, by its name. Microsoft counts two years as 730 days; a month is 30 days here. */
export const daysOfUnit: ReadonlyMap<string, number> = new Map(
  Object.entries(units).flatMap(([days, names]) => names.map((name) => [name, Number(days)] as const)),
);

const numbers: Readonly<Record<string, readonly string[]>> = {
  1: words('a an one un une ein eine einem einen einer eines una uno um uma een'),
  2: words('two deux zwei dos due twee dois duas'),
  3: words('three trois drei tres tre drie'),
  4: words('four quatre vier cuatro quattro quatro'),
  5: words('five cinq funf cinco cinque vijf'),
  6: words('six sechs seis sei zes'),
  7: words('seven sept sieben siete sette zeven sete'),
  8: words('eight huit acht ocho otto oito'),
  9: words('nine neuf neun nueve nove negen'),
  10: words('ten dix zehn diez dieci tien dez'),
  11: words('eleven onze elf once undici'),
  12: words('twelve douze zwolf doce dodici twaalf doze'),
  18: words('eighteen achtzehn dieciocho diciotto achttien dezoito'),
  24: words('vierundzwanzig veinticuatro ventiquattro vierentwintig'),
};

/** Numbers that are written out. */
export const numberOfWord: ReadonlyMap<string, number> = new Map(
  Object.entries(numbers).flatMap(([number, names]) => names.map((name) => [name, Number(number)] as const)),
);

/** Labels before a length, each a noun of its own. German compounds end with one. */
export const durationNouns: ReadonlySet<string> = new Set(
  words(
    'duration duree dauer laufzeit duracion durata duur looptijd duracao vigencia geldigheidsduur tijdsduur',
  ),
);
export const compoundNoun = /(?:dauer|laufzeit)$/;

/** Nouns that are such a label only before a colon, or in a cell of their own. */
export const weakDurationNouns: ReadonlySet<string> = new Set(
  words(
    'period periode periodo zeitraum validity validite gultigkeit validez validita geldigheid validade term',
  ),
);

/** Words that lead up to a length. */
export const durationPhrases: readonly (readonly string[])[] = [
  'for a period of',
  'for a term of',
  'pour une periode de',
  'pendant une periode de',
  'fur einen zeitraum von',
  'por un periodo de',
  'durante un periodo de',
  'per un periodo di',
  'voor een periode van',
  'por um periodo de',
  'durante um periodo de',
  'valid for',
  'valid from',
  'valid until',
  'valable pendant',
  'valable pour',
  'valable jusqu',
  'valable du',
  'gultig fur',
  'gultig bis',
  'gultig vom',
  'valido por',
  'valida por',
  'valido durante',
  'valida durante',
  'valido hasta',
  'valido per',
  'valida per',
  'valido fino',
  'geldig voor',
  'geldig gedurende',
  'geldig tot',
  'valido ate',
  'valida ate',
  'expires after',
  'expire after',
  'expires in',
  'ends after',
  'ends on',
  'expires on',
  'expire apres',
  'expire le',
  'lauft nach',
  'endet nach',
  'endet am',
  'caduca despues de',
  'expira despues de',
  'expira tras',
  'scade dopo',
  'verloopt na',
  'expira apos',
].map(words);

/** Words between a label and the length that say nothing of their own. */
export const fillers: ReadonlySet<string> = new Set(
  words(
    'is of will be for the this that an a in est de du la le sera pour ist betragt fur der des die von es sera del el por para e di della per da do dos bedraagt van het de voor sao gdap dap access relationship relation beziehung administration admin delegated',
  ),
);

/** Words after a length that leave it as it is. */
export const followers: ReadonlySet<string> = new Set(
  words(
    'from starting beginning after as of with once upon since on at a compter partir des apres avec ab nach mit seit desde con dopo dal dalla vanaf na met com apos despues following total duration period',
  ),
);

/** Words after a length that leave open how long it is. */
export const uncertain: ReadonlySet<string> = new Set(
  words(
    'or oder ou o more longer less minimum maximum max min least most about approximately half minus plus unless except per each every unlimited indefinite plus moins mehr langer weniger mindestens hochstens etwa mas menos piu meno mais mezzo media medio meia meio demi demie halb halbes halfjaar anderthalb not no kein pas non niet nao',
  ),
);

/** Words before an extension, which is not part of the length. */
export const extensions =
  /^(?:auto|automatic|extend|extension|exten[cs]|renew|renouvel|renov|rinnov|prolong|prorog|verlang|verleng)/;

/** What lasts so long, or waits so long, without being the administration. */
export const notTheAdministration =
  /^(?:invit|einlad|uitnod|convit|link|lien|url|enlace|colleg|koppeling|request|demande|anfrage|antrag|solicit|richiest|aanvra|pedido|offer|offre|angebot|oferta|offert|aanbied|contra[ct]|vertrag|kundigung|subscription|abonn|abbon|suscrip|assinat|licen[cs]|lizenz|support|trial|essai|probe|prueba|prova|proef|notice|preavis|preaviso|frist|password|passwor|kennwort|code|token|accept|annahm|annehm|acept|accett|aceit|respon|reply|answer|antwort|repond|rispo|antwoord|click|klick|clic|auto|automatic|extend|extension|renew|renouvel|renov|rinnov|prolong|prorog|verlang|verleng|warrant|garant|deadline|retention)/;
