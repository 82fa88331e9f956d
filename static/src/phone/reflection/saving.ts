// Files that this phone makes for its owner. They lead nowhere: no image, no script, nothing that is fetched.

import type { ComponentChild } from 'preact';
import { render } from 'preact';
import css from '../../../css/take-paper.css';

const SAID = /\/\*[^]*?\*\//g; // to whoever works on it
const TOKEN = /var\((--[\w-]+)\)/g;
const AS_XML = /^<html xmlns="[^"]*"/; // by this some systems take a file for XML, which it is not
const KEPT = 60_000; // ms: some browsers ask first where to put it
/** What a browser that opens it may fetch: nothing. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'";

/** Offers a text to be saved. A browser that refuses says nothing of it: the page can be printed as well. */
export function save(name: string, text: string, type: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.hidden = true;
  document.body.append(link); // some browsers know no link that is nowhere
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** The look of the paper with the values that it is drawn with, so that it needs no other sheet. */
function look() {
  const here = getComputedStyle(document.documentElement);
  const names = [...new Set([...css.matchAll(TOKEN)].map(([, name]) => name))];
  const values = names.map((name) => `${name}:${here.getPropertyValue(name).trim()}`);
  return `:root{${values.join(';')}}${css.replace(SAID, '')}`;
}

function meta(inert: Document, kind: string, value: string, content: string) {
  const made = inert.createElement('meta');
  made.setAttribute(kind, value);
  made.content = content;
  inert.head.append(made);
}

/** A page by itself. What people wrote is put there as text by the browser, whatever it looks like. */
export function file(title: string, paper: ComponentChild): string {
  const inert = document.implementation.createHTMLDocument();
  const { lang, dir } = document.documentElement;
  inert.documentElement.lang = lang || 'en';
  if (dir) inert.documentElement.dir = dir;
  meta(inert, 'http-equiv', 'Content-Security-Policy', INERT);
  meta(inert, 'name', 'viewport', 'width=device-width, initial-scale=1');
  meta(inert, 'name', 'referrer', 'no-referrer');
  const named = inert.createElement('title');
  named.textContent = title;
  inert.head.append(named);
  const holder = document.createElement('div');
  render(paper, holder);
  inert.body.append(inert.importNode(holder, true));
  render(null, holder);
  const head = `<head><meta charset="utf-8"><style>${look()}</style>`; // this page may have no style of its own
  const written = new XMLSerializer().serializeToString(inert.documentElement);
  const plain = written.replace(AS_XML, '<html').replace('<head>', () => head);
  return `<!DOCTYPE html>\n${plain}\n`;
}
