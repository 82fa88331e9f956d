// What the page of a session's choices gets, and what it sends.

export type Asked = { cards: string[]; information: string | null };
export type Step = { activity: string; title: string; minutes: number; asks: Asked | null };
export type Agenda = { id: string; title: string; minutes: number; steps: Step[] };
export type Scenario = {
  id: string;
  title: string;
  opening: string;
  content_note: string;
  reviewed: boolean;
  stages: number;
  cards: { id: string; text: string }[];
  information: { id: string; text: string; cards: string[] }[];
  agendas: Agenda[];
};
/** By the step's place in the agenda, from 0. */
export type Steps = Record<string, Asked>;
export type Chosen = {
  scenario: string;
  agenda: string;
  k: number;
  title: string;
  rules: string[];
  steps: Steps;
  day: string;
  zone: string;
};
/** `begun`: the first card has been opened, so the case study stays. `zone`: where rooms usually are. */
export type Page = {
  scenarios: Scenario[];
  zones: string[];
  zone: string;
  first: string;
  state: 'new' | 'draft' | 'running';
  session?: string;
  begun?: boolean;
  chosen?: Chosen;
};

export const LEAST = 5;
export const MOST = 20;
export const MOST_RULES = 5;
const USUAL = 'half';

/** The agenda to begin with: the one named, else half a day, else the first. */
export const agendaOf = ({ agendas }: Scenario, id: string) =>
  agendas.find((a) => a.id === id) ?? agendas.find((a) => a.id === USUAL) ?? agendas[0];

/** What a step asks: as it was chosen, else as its template says. */
export const askedIn = (agenda: Agenda, at: number, steps: Steps) => steps[at] ?? agenda.steps[at].asks;

/** Which of a step's cards no step before it asks: there they would be placed for the first time. */
export function unplaced(agenda: Agenda, at: number, steps: Steps) {
  const before = new Set(agenda.steps.slice(0, at).flatMap((_, n) => askedIn(agenda, n, steps)?.cards ?? []));
  return (askedIn(agenda, at, steps)?.cards ?? []).filter((card) => !before.has(card));
}

/** A step's cards with one more or one less, in the case study's order; the last one stays. */
export function toggled({ cards: all }: Scenario, asked: Asked, card: string): Asked {
  const wanted = asked.cards.includes(card) ? asked.cards.filter((c) => c !== card) : [...asked.cards, card];
  const cards = all.map((c) => c.id).filter((id) => wanted.includes(id));
  return cards.length ? { ...asked, cards } : asked;
}

/** Other new information, and the cards that it reopens. */
export function informed({ information }: Scenario, id: string): Asked {
  const found = information.find((i) => i.id === id);
  return { cards: [...(found?.cards ?? [])], information: id };
}

/** Zones by their region, in the order given: `Europe/London` is London in Europe. `now`: is there too, whatever it is. */
export function byRegion(zones: string[], now: string): [string, string[]][] {
  const regions = new Map<string, string[]>();
  for (const zone of zones.includes(now) ? zones : [now, ...zones]) {
    const region = zone.split('/')[0];
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions];
}

/** The place of a zone, as people write it. */
export const placeOf = (zone: string) =>
  zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ') || zone;

/** Tomorrow where this browser is, as a date field has it. */
export function tomorrow(now = new Date()) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
