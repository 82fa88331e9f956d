// Another wording: the same examples as the workshop's rule, and how a field offers it, once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import { Gentler } from '../../static/src/shared/ui/gentler';
import { first, prompts, put } from '../../static/src/shared/ui/gentler-rule';

const corpus = JSON.parse(readFileSync('tests/messages/gentler.json', 'utf-8'));
const all = prompts();

for (const example of corpus) {
  test(`${example.found || 'nothing'}: ${example.text.slice(0, 50)}`, () => {
    const found = first(all, example.text);
    assert.equal(found?.prompt.id ?? '', example.found);
    if (!found) return;
    assert.equal(found.words, example.words);
    assert.equal(example.text.slice(found.start, found.end), example.words);
    assert.equal(found.offer ? put(example.text, found) : '', example.put);
    assert.equal(first(all, example.text, [found.prompt.id])?.prompt.id ?? '', example.next ?? '');
  });
}

test('each form is found in a sentence, in any case, and not between quotation marks', () => {
  for (const form of all.flatMap((one) => one.forms)) {
    for (const written of [form, form.toUpperCase(), form.replace(/ /g, '  '), form.replace(/’/g, "'")])
      assert.equal(first(all, `So, ${written}.`)?.words, written);
    assert.equal(first(all, `“${form}”`), null);
    assert.equal(first(all, `x${form.replace(/ /g, 'x')}x`), null);
  }
});

test('no text takes long', () => {
  for (const piece of ['a', 'put ', '‘', '"', '’a', 'attention-', '\u202eabuser', '\0']) {
    const began = process.cpuUsage();
    first(all, piece.repeat(50_000));
    assert.ok(process.cpuUsage(began).user < 500_000, 'microseconds of this process');
  }
});

/** A field with its prompt beneath, and what can be done there. */
async function field(name: string) {
  const root: any = element('div');
  document.body.append(root);
  render(
    <>
      <textarea id={name} />
      <Gentler field={name} />
    </>,
    root,
  );
  await settle();
  const area: any = document.getElementById(name);
  const type = async (text: string) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  };
  const press = async (words: string) => {
    const found: any = [...root.querySelectorAll('button')].find((b: any) => b.textContent === words);
    found.click();
    await settle();
  };
  return { area, type, press, told: () => root.querySelector('.gentler').textContent };
}

test('it says what, why, what instead and who says so; put in, the field has it as if typed', async () => {
  const { area, type, press, told } = await field('one');
  let typed = 0;
  area.addEventListener('input', () => (typed += 1));
  await type('It is an abuser');
  assert.match(told(), /abuser.*names a person by an act.*young person who caused harm.*NSPCC/);
  await press('Put this in');
  assert.equal(area.value, 'It is a young person who caused harm');
  assert.equal(typed, 2);
  assert.match(told(), /Put in/, 'and nothing has moved');
  await type('It is a young person who caused harm, clearly');
  assert.match(told(), /clearly/);
});

test('what was left, or sent past, is not offered again in this field, and is in another', async () => {
  const { type, press, told } = await field('two');
  await type('an offender');
  await press('Leave it');
  assert.match(told(), /Left as it is/);
  await type('an offender again');
  assert.equal(told(), '');
  await type('obviously');
  assert.match(told(), /obviously/);
  await type('');
  assert.equal(told(), '');
  await type('obviously');
  assert.equal(told(), '', 'it was sent past');
  const other = await field('three');
  await other.type('an offender');
  assert.match(other.told(), /offender/);
});

test('what is typed is text, whatever it says', async () => {
  const { type, told } = await field('four');
  await type('<img src=x onerror=alert(1)> obviously');
  assert.equal(document.querySelectorAll('img').length, 0);
  assert.match(told(), /obviously/);
});

test('nothing of it is stored or sent', () => {
  for (const name of ['gentler.tsx', 'gentler-rule.ts']) {
    const source = readFileSync(`static/src/shared/ui/${name}`, 'utf-8');
    const modules = [...source.matchAll(/from '([^']+)'/g)].map((found) => found[1]);
    const own = ['./gentler-rule', './icons', './say', '@preact/signals', 'preact/hooks'];
    assert.deepEqual(
      modules.filter((module) => !own.includes(module)),
      [],
    );
    assert.doesNotMatch(source, /fetch|storage|navigator|socket|indexedDB|document\.cookie/i);
  }
});
