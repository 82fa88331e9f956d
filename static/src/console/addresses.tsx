// The addresses by which phones may find this computer, and a word when none of them does.

import { useSignal } from '@preact/signals';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { post } from '../shared/ui/post';
import { say } from '../shared/ui/say';

/** Before anybody points a camera at it: no phone will come in by this address. */
export function Alone({ room }: { room: Desk }) {
  if (!room.links.value.alone) return null;
  return (
    <section class="banner banner--do" role="status">
      <Icon name="refused" />
      <p>
        <b>{say('console.addresses.alone')}</b> {say('console.addresses.alone_more')}
      </p>
    </section>
  );
}

/** Which one is told to delegates, where there is a choice. */
export function Addresses({ room }: { room: Desk }) {
  const said = useSignal('');
  const { addresses = [], base } = room.links.value;
  if (addresses.length < 2) return null;
  const choose = async (url: string) => {
    const answer = await post(`/facilitate/${room.session}/address`, { address: url });
    if (answer.ok) room.links.value = answer.links;
    said.value = answer.ok ? say('console.addresses.chosen') : answer.message;
  };
  return (
    <>
      <fieldset>
        <legend class="small">{say('console.addresses.choose')}</legend>
        {addresses.map((a) => (
          <label class="opt">
            <input type="radio" name="address" checked={a.url === base} onChange={() => choose(a.url)} />
            <span>
              {a.url.split('://')[1]} <span class="faint">{a.interface}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="aid" role="status">
        {said.value}
      </p>
    </>
  );
}
