// What a takeaway is made of, as the page on the phone and the paper both have it.

import type { CasePart, PlanPart, ResourceShown } from '../../contract';
import type { Phone } from '../../shared/live/room';
import { named, say } from '../../shared/ui/say';
import { moves, movedWords, pathWords } from './moves';
import type { Move, Path } from './moves';
import { seen } from './seen';
import type { Seen } from './seen';
import { Axis, Line } from './strip';

/** All of it, from this phone's own memory; the case and its support are what every phone is told until it leaves. */
export interface Takeaway {
  title: string;
  will: string;
  needs: string[];
  moves: Move[];
  seen: Seen;
  terms: CasePart['terms'];
  resources: ResourceShown[];
}

export function takeaway(room: Phone): Takeaway {
  const { kept, drafts, rounds } = room.memory.held.value;
  const session = room.part('session');
  const typed = (field: string) => (drafts[`say-${field}`]?.trim() || kept[field]?.trim()) ?? '';
  const { cards, terms } = room.part('case');
  return {
    title: session.scenario_title,
    will: typed('will_do'),
    needs: [...named('need', kept.needs ?? []), typed('still_need')].filter(Boolean),
    moves: moves({ rounds }, { cards }),
    seen: seen(room),
    terms,
    resources: session.resources,
  };
}

const isOff = ({ first, last }: Path) => first === null || last === null;

/** Card by card. */
export function Placings({ of: { moves: list, seen: was } }: { of: Takeaway }) {
  const { scale, second } = was;
  if (!scale || !list.length) return <p class="quiet">{say('phone.takeaway.unplaced')}</p>;
  const off = list.some(({ stage }) => stage && isOff(stage));
  const know = say('common.strip.lane');
  return (
    <ul class="placings">
      <li class="axis" aria-hidden="true">
        <Axis scale={scale} off={off} />
      </li>
      {list.map(
        ({ card, name, stage, level }) =>
          stage && (
            <li key={card}>
              <p class="of-card">
                <span>{name}</span>
                <small>{` ${movedWords(scale, stage, know)}`}</small>
              </p>
              <Line scale={scale} path={stage} off={off} spoken={pathWords(scale, stage, know)} />
              {second && level && (
                <p class="would">
                  {say('phone.takeaway.would', {
                    path: pathWords(second, level, say('common.strip.level.lane')),
                  })}
                </p>
              )}
            </li>
          ),
      )}
    </ul>
  );
}

export function Stages({ of: { seen: was } }: { of: Takeaway }) {
  if (!was.scale) return <p class="quiet">{say('phone.takeaway.unseen')}</p>;
  return (
    <>
      <ol class={`meanings of${was.scale.stages.length}`}>
        {was.scale.stages.map((stage, at) => (
          <li key={stage.id} class={`meaning${at + 1}`}>
            <b>{`${at + 1} · ${stage.name}`}</b> <span>{stage.definition}</span>
          </li>
        ))}
      </ol>
      <p class="aid">{was.scale.acknowledgement}</p>
    </>
  );
}

export const Terms = ({ of: { terms } }: { of: Takeaway }) => (
  <dl class="pairs meant many">
    {terms.map((t) => (
      <div key={t.term}>
        <dt>{t.term}</dt>
        <dd>
          {t.meaning} {t.formerly && say('common.case.formerly', { name: t.formerly, since: t.since })}
        </dd>
      </div>
    ))}
  </dl>
);

type Action = NonNullable<Seen['actions']>[number];

type Target = PlanPart['targets'][number];

/** As the plan has them; a record, so that none can be left out. */
const ORDER: Record<Target, true> = {
  safety: true,
  harmed: true,
  young_person: true,
  family: true,
  environment: true,
};
const TARGETS = Object.keys(ORDER) as Target[];

/** By whom it is for, in the plan's own order; then the signs. */
export function Plan({ of: { seen: was } }: { of: Takeaway }) {
  const { actions = [], signs = [] } = was;
  if (!actions.length && !signs.length) return <p class="quiet">{say('phone.takeaway.unseen')}</p>;
  const targets = TARGETS.filter((target) => actions.some((a) => a.target === target));
  return (
    <>
      <dl class="pairs">
        {targets.map((target) => (
          <div key={target}>
            <dt>{say(`names.target.${target}`)}</dt>
            <Lines list={actions.filter((a) => a.target === target).map(actionWords)} />
          </div>
        ))}
        {signsBySide(signs).map(([side, list]) => (
          <div key={side}>
            <dt>{say(`common.plan.signs.${side}`)}</dt>
            <Lines list={list.map(({ text, who }) => joined([text, who]))} />
          </div>
        ))}
      </dl>
      <p class="aid">{say('phone.takeaway.as_seen')}</p>
    </>
  );
}

const Lines = ({ list }: { list: string[] }) =>
  list.map((line) => (
    <dd class="typed" key={line}>
      {line}
    </dd>
  ));

const joined = (list: string[]) => list.filter(Boolean).join(' · ');
const actionWords = ({ action, who, by_when }: Action) => joined([action, who, by_when]);

const SIDES: PlanPart['signs'][number]['side'][] = ['up', 'down', 'review'];

const signsBySide = (signs: NonNullable<Seen['signs']>) =>
  SIDES.map((side) => [side, signs.filter((s) => s.side === side)] as const).filter(
    ([, list]) => list.length,
  );

export function Explained({ of: { seen: was } }: { of: Takeaway }) {
  if (!was.sentences?.length) return <p class="quiet">{say('phone.takeaway.unseen')}</p>;
  return (
    <>
      <dl class="pairs">
        {was.sentences.map(([id, text]) => (
          <div key={id}>
            <dt>{say(`names.offered.${id}`)}</dt>
            <dd class="typed">{text}</dd>
          </div>
        ))}
      </dl>
      <p class="aid">{say('phone.takeaway.as_seen')}</p>
    </>
  );
}
