// What opens over the console: the links, and the question whether to end.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Sure } from '../shared/ui/sure';
import { Addresses, Alone } from './addresses';
import { Again } from './again';
import { spoken } from './bar';
import { CaseAtHand } from './case-at-hand';
import { Jottings } from './jotter';
import { Keys } from './keys-sheet';
import { named } from './pressing';
import { TrainersHere } from './trainers';

export function Sheets({ room }: { room: Desk }) {
  const close = () => room.open('');
  if (room.opened.value === 'links') return <Links room={room} onClose={close} />;
  if (room.opened.value === 'end') return <End room={room} onClose={close} />;
  if (room.opened.value === 'few') return <Few room={room} onClose={close} />;
  if (room.opened.value === 'keys') return <Keys onClose={close} />;
  if (room.opened.value === 'case') return <CaseAtHand room={room} onClose={close} />;
  if (room.opened.value === 'jotter') return <Jottings room={room} onClose={close} />;
  if (room.opened.value === 'trainers') return <TrainersHere room={room} onClose={close} />;
  return room.opened.value === 'again' ? <Again room={room} onClose={close} /> : null;
}

function Links({ room, onClose }: { room: Desk; onClose: () => void }) {
  const said = useSignal('');
  const path = `/facilitate/${room.session}/links`;
  const again = async () => {
    const answer = await post(path, {});
    if (answer.ok) room.links.value = answer.links;
    said.value = answer.ok ? say('console.links.renewed') : answer.message;
  };
  const links = room.links.value;
  return (
    <Sheet title={say('console.links.title')} onClose={onClose}>
      <div class="links">
        <section>
          <h3>{say('console.links.join')}</h3>
          <p class="small quiet">{say('console.links.join_more')}</p>
          <div class="join-by">
            <img src={links.qr} width="132" height="132" alt={say('console.links.qr')} />
            <p>
              <span class="small" translate={false}>
                {links.address}
              </span>
              <b class="read-out" translate={false}>
                {spoken(room.part('session').code)}
              </b>
            </p>
          </div>
          <Address name={say('console.links.join')} url={links.join} />
          <Alone room={room} />
          <Addresses room={room} />
        </section>
        <section>
          <h3>{say('console.links.screen')}</h3>
          <p class="small quiet">{say('console.links.screen_more')}</p>
          <p>
            <a class="linkish" href={`/screen/${room.session}`} target="_blank" rel="noopener">
              <Icon name="screen" />
              {say('console.links.open_screen')}
            </a>
          </p>
          <Address name={say('console.links.screen')} url={links.screen} />
        </section>
        {links.desk && (
          <section>
            <h3>{say('console.links.desk')}</h3>
            <p class="small quiet">{say('console.links.desk_more')}</p>
            <Address name={say('console.links.desk')} url={links.desk} />
            <p>
              <a class="linkish" href={`/facilitate/${room.session}/trainers`} target="_blank" rel="noopener">
                {say('console.links.give')}
              </a>
            </p>
          </section>
        )}
        {links.care && (
          <section>
            <h3>{say('console.links.care')}</h3>
            <p class="small quiet">{say('console.links.care_more')}</p>
            <Address name={say('console.links.care')} url={links.care} />
          </section>
        )}
        {room.data.own && (
          <section>
            <h3>{say('console.links.renew')}</h3>
            <p class="small quiet">{say('console.links.renew_more')}</p>
            <Sure
              look="button button--second button--slim"
              words={say('console.links.renew')}
              sure={say('console.links.renew_sure')}
              yes={say('console.links.renew')}
              no={say('console.links.renew_no')}
              onYes={again}
            />
            <p class="aid" role="status">
              {said.value}
            </p>
          </section>
        )}
      </div>
    </Sheet>
  );
}

/** An address to copy. Where the browser forbids copying, it is there to be selected. */
function Address({ name, url }: { name: string; url: string }) {
  const said = useSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      said.value = say('console.copied');
    } catch {
      said.value = say('console.links.copy_by');
    }
  };
  return (
    <>
      <div class="address">
        <input
          class="input"
          readonly
          value={url}
          aria-label={name}
          onFocus={(e) => e.currentTarget.select()}
        />
        <button
          class="button button--second button--slim"
          type="button"
          aria-label={`${say('console.copy')}: ${name}`}
          onClick={copy}
        >
          {say('console.copy')}
        </button>
      </div>
      <p class="aid" role="status">
        {said.value}
      </p>
    </>
  );
}

/**
 * Fewer than k have answered: asked before it closes. Where the cursor is, a stray key puts the sheet away. When enough
 * have by now it says so and stays, or it would go from under the finger.
 */
function Few({ room, onClose }: { room: Desk; onClose: () => void }) {
  const next = room.next.value;
  const asked = useRef(named(next));
  useEffect(() => {
    if (named(next) !== asked.current) onClose();
  }, [next]); // somebody else has closed it
  const close = () => {
    onClose();
    room.pressed.go();
  };
  return (
    <Sheet title={say('console.next.few_title')} onClose={onClose} closeWords={say('console.next.few_no')}>
      <p class="def">{next.sure}</p>
      <div class="both">
        <button class="button" type="button" onClick={onClose}>
          {say('console.next.few_no')}
        </button>
        <button class="button button--second" type="button" onClick={close}>
          {next.yes}
        </button>
      </div>
    </Sheet>
  );
}

function End({ room, onClose }: { room: Desk; onClose: () => void }) {
  const busy = useSignal(false);
  const end = async () => {
    busy.value = true;
    const ack = await room.post('session.end', {});
    busy.value = false;
    if (ack.ok) onClose();
  };
  return (
    <Sheet title={say('console.end.title')} onClose={onClose}>
      <p class="def">{say('console.end.text')}</p>
      {room.said.value && (
        <p class="state state--refused" role="alert">
          <Icon name="refused" />
          {room.said.value}
        </p>
      )}
      <div class="both">
        <button class="button button--second" type="button" onClick={onClose}>
          {say('console.end.no')}
        </button>
        <button class="button" type="button" disabled={busy.value} onClick={end}>
          {busy.value ? say('console.end.busy') : say('console.end.yes')}
        </button>
      </div>
    </Sheet>
  );
}
