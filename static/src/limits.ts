// Made by `workshop contract --write` from the workshop's own commands and parts; change those, not this.

/** Most characters of what is typed, as lengthOf counts them. */
export const LIMITS = {
  'jotter.write': { text: 600 },
  'questions.ask': { text: 280 },
  'formulation.add': { text: 140 },
  'formulation.edit': { text: 200 },
  'formulation.merge': { text: 200 },
  'formulation.explain': { text: 600 },
  'formulation.offer': { because: 200, kept_going: 200, eased: 200, unsure: 200, rival: 200 },
  'plan.add': { action: 200, why: 200, who: 60, by_when: 60, review: 60, known: 120, step_up: 120, step_down: 120 },
  'plan.edit': { action: 200, why: 200, who: 60, by_when: 60, review: 60, known: 120, step_up: 120, step_down: 120 },
  'plan.sign': { text: 100, who: 80 },
  'reflection.say': { text: 280 },
} as const;

/** The version of the wire, and bytes that a command, and an answer, are filled up to. */
export const WIRE = { protocol: 4, command: 1024, ack: 512 } as const;
