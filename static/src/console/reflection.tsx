// Before they go: how many have answered; once closed, what they still need and their words, to keep or not.

import type { ReflectionPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Ready } from './parts';

export const isTall = (room: Desk) => room.part('reflection')?.state !== 'closed';

export function Console({ room }: { room: Desk }) {
  const part = room.part('reflection');
  if (!part) return null;
  if (part.state === 'closed') return <Closed room={room} part={part} />;
  const { devices, k } = room.part('session');
  const answered = say(part.answered ? 'console.answered' : 'console.answered_few', {
    n: part.answered,
    of: Math.max(devices, part.answered),
    k: spelt(k),
  });
  return (
    <Ready
      title={say('console.reflection.title')}
      rows={[
        ['open', say('console.reflection.open'), say('console.reflection.open_more')],
        ['people', `${answered}.`, ''],
      ]}
    >
      <progress
        class="progress"
        value={part.answered}
        max={Math.max(1, devices, part.answered)}
        aria-label={answered}
      />
    </Ready>
  );
}

function Closed({ room, part }: { room: Desk; part: ReflectionPart }) {
  const most = Math.max(1, ...(part.tallies ?? []).map((t) => t.n ?? 3));
  const of = (field: string) => part.texts.filter((t) => t.field === field);
  return (
    <div class="closed-words">
      <section>
        <h2>{say('console.reflection.tags')}</h2>
        {part.tallies?.length ? (
          <ul class="needs-bars">
            {part.tallies.map((t) => (
              <li>
                <span>{say(`names.need.${t.tag}`)}</span>
                <b>{t.n ?? '3+'}</b>
                <div class="tb">
                  <i style={{ width: `${(100 * (t.n ?? 3)) / most}%` }} />
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p class="small quiet">{say('console.reflection.few')}</p>
        )}
      </section>
      <section>
        <h2>{say('console.reflection.words')}</h2>
        <p class="small quiet">
          {part.few
            ? say('console.reflection.erased', { k: spelt(room.part('session').k) })
            : part.texts.length
              ? say('console.reflection.words_more')
              : say('console.reflection.none')}
        </p>
        {part.few && (
          <p>
            <Sure
              look="button button--second button--slim"
              words={say('console.reflection.again')}
              sure={say('console.reflection.again_sure')}
              yes={say('console.reflection.again')}
              no={say('console.reflection.open_no')}
              onYes={() => room.post('reflection.reopen', { round: part.round })}
            />
          </p>
        )}
        {[
          ['will_do', say('console.reflection.will')],
          ['still_need', say('console.reflection.need')],
        ].map(
          ([field, title]) =>
            of(field).length > 0 && (
              <>
                <h3 class="eyebrow">{title}</h3>
                <ul class="texts">
                  {of(field).map((t) => (
                    <li key={t.id}>
                      <p class="typed">{t.text}</p>
                      <button
                        class="linkish"
                        type="button"
                        aria-pressed={t.kept}
                        onClick={() => room.post('reflection.keep', { text: t.id, kept: !t.kept })}
                      >
                        {t.kept ? say('console.questions.kept') : say('console.questions.keep')}
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            ),
        )}
      </section>
    </div>
  );
}
