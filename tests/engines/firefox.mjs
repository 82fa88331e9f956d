// Firefox by puppeteer-core over WebDriver BiDi, for firefox.py: one JSON object a line comes in (do, window, given),
// one a line goes out (value, or error). Ends, and its browser with it, when its standard input does.

import readline from 'node:readline';

import puppeteer from 'puppeteer-core';

const PREFERENCES = { 'ui.prefersReducedMotion': 1 };
const windows = new Map();
let browser;

/** Firefox tells BiDi nothing of a breach of the Content-Security-Policy; the page's own event does. */
function tellBreaches() {
  document.addEventListener('securitypolicyviolation', (breach) => {
    console.error(`Content-Security-Policy: ${breach.effectiveDirective} ${breach.blockedURI}`);
  });
}

const tasks = {
  async start(_, path, patience) {
    browser = await puppeteer.launch({
      browser: 'firefox', executablePath: path, headless: true, extraPrefsFirefox: PREFERENCES, timeout: patience, protocolTimeout: patience,
    });
    return browser.version();
  },
  async window(name, patience) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage({ type: 'window' });
    const faults = [];
    page.setDefaultTimeout(patience);
    page.on('pageerror', (fault) => faults.push(String(fault.message ?? fault)));
    page.on('console', (said) => { if (said.type() === 'error') faults.push(said.text()); });
    await page.evaluateOnNewDocument(tellBreaches);
    windows.set(name, { context, page, faults });
  },
  async goto(name, url) { await windows.get(name).page.goto(url); },
  async ask(name, question) { return (await windows.get(name).page.evaluate(question)) ?? null; },
  async tap(name, x, y) { await windows.get(name).page.mouse.click(x, y); },
  async write(name, text) { await windows.get(name).page.keyboard.type(text); },
  async resize(name, width, height) { await windows.get(name).page.setViewport({ width, height }); },
  async picture(name, path) { await windows.get(name).page.screenshot({ path }); },
  async faults(name) {
    await windows.get(name).page.evaluate('0'); // what was said before arrives before the answer
    return windows.get(name).faults;
  },
  async close(name) {
    const known = windows.get(name);
    windows.delete(name);
    await known?.context.close();
  },
};

async function answer(line) {
  const { do: task, window, given } = JSON.parse(line);
  try {
    return { value: (await tasks[task](window, ...given)) ?? null };
  } catch (fault) {
    return { error: String(fault.stack ?? fault) };
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
}
await browser?.close();
