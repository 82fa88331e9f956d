// The lobby: the address, the code, the QR; devices as dots and a number. Locked: how we work today.

import type { Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { halves } from '../shared/ui/code';
import { Mark } from '../shared/ui/icons';
import { named, say, sayAll, sayAround } from '../shared/ui/say';
import { bold, Foot, Head, Qr } from './parts';
import { u, useWidth } from './units';
import { crowd } from './welcome-dots';

const ROW = { height: 64, words: 620 }; // units: room for the dots; beside them the number and its words

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { title, locked, code } = parts.session;
  return (
    <main id="main" class="screen">
      <Head left={<Mark name={say('common.page.product')} />} right={title} />
      {locked || !code ? <Rules parts={parts} /> : <Way code={code} links={links} />}
      {locked ? <Foot parts={parts} /> : <Here devices={parts.session.devices} />}
    </main>
  );
}

/** The way in. */
function Way({ code, links }: { code: string; links: Links }) {
  return (
    <div class="lobby">
      <div>
        <h1>{say('screen.lobby.title')}</h1>
        <p class="url" translate={false}>
          {links.address}
        </p>
        <p
          class="lobby-code"
          translate={false}
          role="img"
          aria-label={say('screen.lobby.code', { code: [...code].join(' ') })}
        >
          {halves(code).map((half) => (
            <span>{half}</span>
          ))}
        </p>
        <ul class="lobby-promise">
          {sayAll('screen.lobby.promise').map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
      <figure>
        <Qr links={links} />
        {!links.alone && <figcaption>{say('screen.lobby.camera')}</figcaption>}
      </figure>
    </div>
  );
}

/** Everybody is in. */
function Rules({ parts }: { parts: Parts['screen'] }) {
  const { ground_rules: rules, own_rules: own, devices } = parts.session;
  const { agreed } = parts.welcome ?? { agreed: 0 };
  return (
    <div class="screen-say">
      <h1>{say('screen.lobby.locked')}</h1>
      <p class="say say--near">{say('screen.lobby.rules')}</p>
      <ul class="lobby-promise">
        {[...named('rule', rules), ...own].map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <p class="progress-words welcome-agreed">
        {agreed ? say('screen.lobby.agreed', { n: agreed }) : say('screen.lobby.agreed_few')} ·{' '}
        {sayAround('screen.lobby.devices', { n: devices }, bold)}
      </p>
    </div>
  );
}

/** Who is here: dots without an order, and a number. */
function Here({ devices }: { devices: number }) {
  const width = useWidth() - 192 - ROW.words;
  const dots = crowd(devices, width, ROW.height);
  return (
    <div class="here">
      <svg
        viewBox={`0 0 ${width} ${ROW.height}`}
        style={{ height: u(ROW.height) }}
        preserveAspectRatio="xMinYMid meet"
        aria-hidden="true"
      >
        {dots.at.map(([x, y]) => (
          <circle cx={x} cy={y} r={dots.r} />
        ))}
      </svg>
      <p>{devices ? sayAround('screen.lobby.devices', { n: devices }, bold) : say('screen.lobby.none')}</p>
    </div>
  );
}
