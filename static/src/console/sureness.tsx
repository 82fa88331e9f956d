// How sure are we? The facilitator chooses what is asked, waits as for a placing, and shows it item by item.

import { useSignal } from '@preact/signals';
import type { AgreedPart, Commands, FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { Both, counts, isSplit, Joined, notTold, worded } from '../shared/ui/agreed';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Ready } from './parts';
import type { Row } from './parts';

const LOOK = 'button button--second button--slim';
const MOST = { links: 7, sentences: 4 };
type Ask = Commands['formulation.ask'];
type Of = { room: Desk; part: FormulationPart };

export function Sureness({ room, part }: Of) {
  const agreed = room.part('agreed');
  if (!agreed) return null;
  const open = agreed.state === 'open' || agreed.state === 'closing';
  return (
    <section class="sureness">
      {open ? (
        <Waiting room={room} agreed={agreed} />
      ) : (
        <>
          {agreed.results && <Told room={room} agreed={agreed} />}
          <Choosing room={room} part={part} />
        </>
      )}
    </section>
  );
}

/** What can be asked: links by their words, then sentences. */
function Choosing({ room, part }: Of) {
  const agreed = room.part('agreed');
  const chosen = useSignal<string[]>([]);
  const can = (id: string) => agreed.askable.includes(id);
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const links = part.links.filter((x) => can(x.id));
  const sentences = (Object.keys(part.explanation) as (keyof FormulationPart['explanation'])[]).filter(can);
  const mine = (ids: string[]) => ids.filter((id) => chosen.value.includes(id));
  const wanted = { links: mine(links.map((x) => x.id)), sentences: mine(sentences) };
  const many = wanted.links.length > MOST.links || wanted.sentences.length > MOST.sentences;
  const none = !wanted.links.length && !wanted.sentences.length;
  const box = (id: string, what: string) => (
    <label key={id} class="pick-line">
      <input
        type="checkbox"
        checked={chosen.value.includes(id)}
        onChange={(e) => {
          chosen.value = e.currentTarget.checked
            ? [...chosen.value, id]
            : chosen.value.filter((other) => other !== id);
        }}
      />
      <span class="typed">{what}</span>
    </label>
  );
  const ask = (body: Ask) => {
    chosen.value = [];
    room.post('formulation.ask', body);
  };
  const empty = part.links.length || Object.values(part.explanation).some((e) => e.text);
  return (
    <details>
      <summary>
        <h2>{say('console.agreed.title')}</h2>
      </summary>
      <p class="small quiet">{say('console.agreed.say')}</p>
      {links.map((x) =>
        box(x.id, `${words(x.source)} — ${say(`names.joined.${x.kind}`)} — ${words(x.target)}`),
      )}
      {sentences.map((id) => box(id, `${say(`names.sentence.${id}`)}: ${part.explanation[id].text}`))}
      {!links.length && !sentences.length && (
        <p class="small quiet">{say(empty ? 'console.agreed.all_told' : 'console.agreed.none')}</p>
      )}
      {many && <p class="small">{say('console.agreed.many')}</p>}
      <p class="row">
        <button class={LOOK} type="button" disabled={many || none} onClick={() => ask(wanted as Ask)}>
          {say('console.agreed.ask')}
        </button>
        <button
          class={LOOK}
          type="button"
          disabled={!agreed.questions}
          title={say('console.agreed.questions_say')}
          onClick={() => ask({ questions: true })}
        >
          {say('console.agreed.questions')}
        </button>
      </p>
    </details>
  );
}

/** While it is asked: how far the room is, in steps; what shows it is the large button. */
function Waiting({ room, agreed }: { room: Desk; agreed: AgreedPart }) {
  const { finished, devices, enough } = room.part('progress');
  const k = spelt(room.part('session').k);
  const rows: Row[] = [
    enough
      ? ['check', say('console.board.possible'), say('console.agreed.possible_more', { k })]
      : ['waiting', say('console.board.not_yet'), say('console.board.not_yet_more')],
    [
      'people',
      say(finished ? 'console.board.finished' : 'console.board.finished_few', { n: finished, of: devices }),
      say('console.board.still_more'),
    ],
  ];
  return (
    <Ready title={say('console.agreed.before')} rows={rows}>
      {agreed.state === 'open' && (
        <Sure
          words={say('console.board.close_quietly')}
          sure={say('console.agreed.close_sure')}
          yes={say('console.board.close_it')}
          no={say('console.board.keep_open')}
          onYes={() => room.post('formulation.close', { round: agreed.round })}
        />
      )}
    </Ready>
  );
}

function Told({ room, agreed }: { room: Desk; agreed: AgreedPart }) {
  const { round, on_screen: on } = agreed;
  return (
    <>
      <h2>{say(`sureness.${agreed.about}`)}</h2>
      <button
        class="linkish"
        type="button"
        aria-pressed={on}
        onClick={() => room.post(on ? 'formulation.close' : 'formulation.reveal', { round })}
      >
        {say(on ? 'console.agreed.off' : 'console.agreed.on')}
      </button>
      {worded(agreed).map(([item, found]) => (
        <div key={item.id} class="sheet">
          <Joined item={item} />
          <p class="small">
            {found.tallies && <b>{counts(found)}</b>} {notTold(found)}
          </p>
          <Both found={found} />
        </div>
      ))}
      {agreed.about === 'items' && !isSplit(agreed) && (
        <p class="quiet">{say('console.agreed.none_split')}</p>
      )}
    </>
  );
}
