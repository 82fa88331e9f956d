// Joining: eight symbols, the promise, one tap. A phone that is in is led back; it joins elsewhere only when asked to.

import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { inFragment, LENGTH, SHORT, tidy } from '../shared/ui/code';
import { freshOnReturn } from '../shared/ui/fresh';
import { Icon, Mark } from '../shared/ui/icons';
import { pageData, post } from '../shared/ui/post';
import { named, say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { show } from '../shared/ui/show';
import { seatToken } from './seat-token';

const PAUSE = 1000; // ms: six symbols may be a whole code, or the beginning of one

function codeInAddress() {
  const code = inFragment(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname);
  return code;
}

/** The session that a code leads to. */
type Found = {
  title: string;
  scenario_title: string;
  content_note: string;
  k: number;
  here: boolean;
  ground_rules: string[];
  own_rules: string[];
  keeping: { unreleased: number; released: number };
  resources: unknown[];
};

/** The code, what it leads to, and what there is to say about it. */
function useCode() {
  const code = useSignal('');
  const found = useSignal<Found | null>(null);
  const said = useSignal(navigator.cookieEnabled === false ? say('join.no_cookies') : '');
  const busy = useSignal(false);
  const here = useSignal<{ title: string } | null>(pageData().here ?? null);
  const back = useSignal(false);

  const look = async (now: string) => {
    said.value = now.length === LENGTH ? say('join.looking') : '';
    const answer = await post('/join/look', { code: now });
    if (now !== code.value) return;
    if (answer.here) here.value = answer;
    back.value = Boolean(answer.here);
    found.value = answer.ok ? answer : null;
    said.value = answer.ok ? '' : now.length === SHORT ? say('join.eight') : answer.message;
  };
  const changed = (now: string) => {
    if (now === code.value) return;
    code.value = now;
    found.value = null;
    said.value = '';
    if (now.length === LENGTH) look(now);
    if (now.length === SHORT) setTimeout(() => now === code.value && look(now), PAUSE);
  };
  const enter = async () => {
    busy.value = true;
    const answer = await post('/join', { code: code.value, token: await seatToken(code.value) });
    const seen = answer.ok ? await post('/join/look', { code: code.value }) : null;
    // A browser that keeps no cookie would come back here from the room, again and again.
    if (answer.ok && !(seen.ok && !seen.here)) {
      location.assign(answer.next);
      return;
    }
    busy.value = false;
    said.value = answer.ok ? say('join.no_cookies') : answer.message;
  };
  useEffect(() => {
    const arrived = codeInAddress();
    back.value = !arrived && here.value !== null;
    if (arrived) changed(arrived);
    addEventListener('hashchange', () => location.hash && changed(codeInAddress())); // scanned again in this very tab
  }, []);
  return { code, found, said, busy, here, back, changed, enter };
}

function Join() {
  const state = useCode();
  return (
    <div class="phone join">
      <header class="bar">
        <Mark />
      </header>
      {state.back.value ? <In state={state} /> : <Way state={state} />}
    </div>
  );
}

function In({ state: { here, back, code, found } }: { state: ReturnType<typeof useCode> }) {
  const other = () => {
    code.value = '';
    found.value = null;
    back.value = false;
  };
  return (
    <main id="main">
      <section class="sheet promise">
        <h1>{say('join.in')}</h1>
        <p>{say('join.in_more', { title: here.value?.title ?? '' })}</p>
      </section>
      <a class="button button--wide" href="/room">
        {say('join.to_room')}
      </a>
      <button class="button button--plain button--wide" type="button" onClick={other}>
        {say('join.other')}
      </button>
    </main>
  );
}

function Way({
  state: { code, found, said, busy, here, changed, enter },
}: {
  state: ReturnType<typeof useCode>;
}) {
  const sheet = useSignal('');
  // The field is never written to: keyboards that compose, and what was pasted, keep what they have. The cells show it.
  const typed = (event: TargetedEvent<HTMLInputElement>) => changed(tidy(event.currentTarget.value));
  return (
    <main id="main">
      <label class="label" for="code">
        {say('join.code')}
      </label>
      <div class="code" translate={false}>
        {Array.from({ length: LENGTH }, (_, i) => (
          <span class={i === code.value.length ? 'is-next' : ''} aria-hidden="true">
            {code.value[i] ?? ''}
          </span>
        ))}
        <input
          id="code"
          onInput={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="said"
        />
      </div>
      <p class="state found" id="said" role="status">
        {found.value ? (
          <>
            <Icon name="check" />
            {say('join.found')}
          </>
        ) : (
          said.value && (
            <>
              {said.value !== say('join.looking') && <Icon name="refused" />}
              {said.value}
            </>
          )
        )}
      </p>
      {found.value ? (
        <>
          <Promise_
            found={found.value}
            onMore={(what: string) => {
              sheet.value = what;
            }}
          />
          {said.value && (
            <p class="state state--refused" role="alert">
              <Icon name="refused" />
              {said.value}
            </p>
          )}
          {here.value && <p class="small">{say('join.gives_back', { title: here.value.title })}</p>}
          <div class="in-sight">
            <button class="button button--wide" type="button" onClick={enter} disabled={busy.value}>
              {say('join.enter')}
            </button>
          </div>
        </>
      ) : (
        <div class="join-empty">
          <p class="quiet">
            {say('join.counted')} {say('join.any_time')}
          </p>
          <a href="/privacy">{say('common.page.privacy')}</a>
        </div>
      )}
      <p class="aid">{say('common.page.aid')}</p>
      {sheet.value && (
        <Sheet
          title={sheet.value === 'limits' ? say('join.limits') : say('join.rules')}
          onClose={() => {
            sheet.value = '';
          }}
        >
          {sheet.value === 'limits' ? (
            <p class="def">{say('join.limits_text')}</p>
          ) : (
            <ul class="rules">
              {[...named('rule', found.value?.ground_rules ?? []), ...(found.value?.own_rules ?? [])].map(
                (r) => (
                  <li>{r}</li>
                ),
              )}
            </ul>
          )}
          <button
            class="button button--wide"
            type="button"
            onClick={() => {
              sheet.value = '';
            }}
          >
            {say('common.page.close')}
          </button>
        </Sheet>
      )}
    </main>
  );
}

function Promise_({ found, onMore }: { found: Found; onMore: (what: string) => void }) {
  return (
    <section class="sheet promise" aria-labelledby="before">
      <h1 id="before">{say('join.before')}</h1>
      <ul>
        <li>
          <b>{say('join.name')}</b> {say('join.counted')}
        </li>
        <li>
          <b>{say('join.early')}</b> {say('join.wait', { k: found.k })}
        </li>
        <li>
          <b>{say('join.material')}</b> {found.content_note}
        </li>
        <li>
          <b>{say('join.choice')}</b> {say('join.any_time')}
        </li>
        <li>
          <b>{say('join.long')}</b>{' '}
          {say('join.periods', { days: found.keeping.unreleased, n: found.keeping.released })}
        </li>
      </ul>
      <div class="more">
        <button type="button" onClick={() => onMore('limits')}>
          {say('join.limits')}
        </button>
        <button type="button" onClick={() => onMore('rules')}>
          {say('join.rules')}
        </button>
        <a href="/privacy" target="_blank" rel="noopener">
          {say('common.page.privacy')}
        </a>
      </div>
    </section>
  );
}

freshOnReturn();
show(() => <Join />);
