"""The report's style sheet, carried inside the file. A constant of ours: nothing that anybody typed is ever in it."""

STYLE = """
:root { color-scheme: only light; --ink: #1B2429; --ink-2: #4A545A; --ink-3: #5C656A; --line: #DED9CE; --dot: #1D4A5E;
  --act: #164C63; font-family: -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, Inter, "Helvetica
    Neue", Arial,
  sans-serif; -webkit-text-size-adjust: 100%; }
* { box-sizing: border-box; }
body { margin: 0; background: #F7F5F0; color: var(--ink); font-size: 14px; line-height: 1.45;
  font-variant-numeric: tabular-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow-wrap: break-word; }
main { max-width: 794px; margin: 24px auto; padding: 36px 56px 26px; background: #fff; box-shadow: 0 6px 20px
  rgb(40 36 28 / .06); }
header, footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 4px
  24px; font-size: 13px; }
.mark { display: inline-flex; align-items: center; gap: 10px; font-weight: 650; }
.faint { color: var(--ink-3); }
h1 { font-size: 31px; line-height: 1.2; letter-spacing: -.02em; margin: 16px 0 4px; font-weight: 650; text-wrap:
  balance; }
.session { margin: 16px 0 -10px; font-weight: 600; color: var(--ink-2); }
.lead { color: var(--ink-2); font-size: 14px; margin: 0; }
.notice { margin: 10px 0 0; padding: 6px 12px; border: 1px solid #857F71; border-radius: 6px; color: #6B4A12;
  background: #F8EFD9; font-size: 13px; }
section { margin-top: 22px; }
h2 { font-size: 17px; line-height: 1.3; margin: 0 0 4px; padding-top: 8px; border-top: 2px solid var(--ink);
  font-weight: 650; }
h3 { font-size: 14px; line-height: 1.35; margin: 14px 0 2px; font-weight: 600; }
p { margin: 0 0 6px; }
a { color: var(--act); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #FFD24A; box-shadow: 0 0 0 5px #1B2429; }
ul, ol, dl, dd { margin: 0; padding: 0; list-style: none; }
svg { max-width: 100%; height: auto; display: block; }
.strip text { font-variant-numeric: tabular-nums; }
.strip .was { opacity: .7; }
.agree { display: inline-flex; align-items: center; gap: .5em; font-weight: 600; white-space: nowrap; }
.agree svg { width: 1.55em; height: 1em; fill: currentColor; flex: none; }
.over, .cards li { display: grid; grid-template-columns: minmax(0, 244fr) minmax(0, 292fr) minmax(0, 118fr);
  gap: 14px; align-items: center; }
.cards li { padding: 5px 0 6px; border-bottom: 1px solid var(--line); break-inside: avoid; }
.cards p { margin: 0; font-weight: 500; line-height: 1.3; }
.axis { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)) 3% 13.5%; align-items: end; color:
  var(--ink-3); font-size: 11.5px; text-align: center; line-height: 1.15; }
.axis.of2 { grid-template-columns: repeat(2, minmax(0, 1fr)) 3% 13.5%; }
.axis.of3 { grid-template-columns: repeat(3, minmax(0, 1fr)) 3% 13.5%; }
.axis.of4 { grid-template-columns: repeat(4, minmax(0, 1fr)) 3% 13.5%; }
.axis i { font-style: normal; font-weight: 600; }
.axis em { font-style: normal; grid-column: -2; }
.legend { font-size: 12px; color: var(--ink-3); margin-top: 7px; line-height: 1.4; }
.say { margin: 6px 0 10px; }
.say b { font-weight: 600; }
q { quotes: none; display: block; margin: 4px 0 0; padding-left: 12px; border-left: 3px solid #A8CBD7; }
.moved { display: flex; flex-wrap: wrap; gap: 4px 26px; align-items: baseline; margin-top: 8px; }
.moved b { font-size: 19px; font-weight: 650; }
.key { margin-left: auto; display: inline-flex; gap: 6px; align-items: center; color: var(--ink-2); font-size: 12px; }
.key svg + svg, .key svg:last-of-type { margin-left: 8px; }
.two { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 0 28px; align-items: start; }
.two > section:only-child { grid-column: 1 / -1; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
.conf th, .conf td { padding: 4px 0; line-height: 1.25; font-size: 13px; vertical-align: middle; }
.conf tbody th { font-weight: 400; padding-right: 10px; }
.conf thead th { font-size: 11.5px; color: var(--ink-3); font-weight: 500; }
.conf td:nth-child(2) { width: 112px; }
.conf td:nth-child(n+3), .conf th:nth-child(n+3) { text-align: right; padding-left: 10px; white-space: nowrap; }
.conf td:nth-child(3) { font-weight: 600; }
.conf td:nth-child(4) { color: var(--ink-2); }
.conf th:nth-child(4) { white-space: normal; width: 58px; }
.ten { width: 112px; }
.needs li { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 5px 0; line-height: 1.3;
  font-size: 13px; break-inside: avoid; }
.needs li > span:first-child { grid-column: 1 / -1; }
.needs b { font-weight: 650; grid-column: 2; white-space: nowrap; }
.nd { display: flex; flex-wrap: wrap; gap: 3px; margin-top: 3px; }
.nd i { width: 9px; height: 9px; border-radius: 50%; background: var(--dot); }
.story { counter-reset: story; }
.story li { padding: 5px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.story li p { margin: 0; color: var(--ink-2); }
.story a { font-weight: 600; }
.card { padding: 12px 0 14px; border-bottom: 1px solid var(--line); break-inside: avoid; }
.card .head { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; margin-bottom: 8px; }
.card h3 { margin: 0; }
.withheld { margin: 0; padding: 8px 12px; border: 1px dashed #857F71; border-radius: 6px; color: var(--ink-2); }
.said { margin-top: 8px; color: var(--ink-2); }
.said p { margin: 0 0 2px; }
.said b { color: var(--ink); font-weight: 600; }
.narrow { display: none; }
.scrolls { overflow-x: auto; margin-top: 10px; }
.figures caption { text-align: left; font-size: 12px; color: var(--ink-3); padding: 2px 0; }
.figures th, .figures td { font-size: 12px; padding: 4px 6px; border-bottom: 1px solid var(--line); text-align:
  right; white-space: nowrap; }
.figures th:first-child { text-align: left; padding-left: 0; white-space: normal; font-weight: 500; }
.figures thead th { color: var(--ink-3); font-weight: 600; vertical-align: bottom; }
.figures td:nth-last-child(-n+3), .figures thead th:nth-last-child(-n+3) { text-align: left; }
.aloud { font-size: 16px; line-height: 1.4; padding: 10px 14px; background: #F2F5F6; border-left: 4px solid
  var(--dot); }
.parts { display: grid; grid-template-columns: 190px 1fr; gap: 4px 16px; margin: 8px 0; }
.parts dt { font-weight: 600; }
.sections { columns: 2; column-gap: 32px; }
.lane { break-inside: avoid; padding-bottom: 8px; }
.lane h3 { margin: 8px 0 2px; }
.lane li { display: grid; grid-template-columns: 24px 1fr; padding: 2px 0; line-height: 1.35; font-size: 13px; }
.lane .n { color: var(--ink-3); }
.lane small { display: block; color: var(--ink-3); font-size: 12px; }
.plan th, .plan td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; font-size: 13px;
  line-height: 1.35; border-bottom: 1px solid var(--line); }
.plan thead th { font-size: 12px; color: var(--ink-3); }
.plan tbody th { padding-top: 12px; font-size: 14px; border-bottom: 1px solid var(--ink); }
.plan tr { break-inside: avoid; }
.own li { padding: 5px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.method p, .terms dd { color: var(--ink-2); }
.terms { display: grid; grid-template-columns: 190px 1fr; gap: 3px 16px; margin: 4px 0; font-size: 13px; }
.terms dt { font-weight: 600; }
footer { margin-top: 28px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 12px; color:
  var(--ink-3); }
@media (max-width: 640px) {
  main { margin: 0; padding: 20px 16px; box-shadow: none; }
  h1 { font-size: 25px; }
  body { font-size: 15px; }
  .wide { display: none; }
  .narrow { display: block; }
  .narrow svg { width: 100%; }
  .over { grid-template-columns: 1fr; }
  .over span { display: none; }
  .cards li { grid-template-columns: 1fr auto; gap: 6px; }
  .cards svg.strip { width: 100%; grid-column: 1 / -1; grid-row: 2; }
  .two { grid-template-columns: minmax(0, 1fr); }
  .sections { columns: 1; }
  .parts, .terms { grid-template-columns: 1fr; gap: 0; }
  .parts dd, .terms dd { margin-bottom: 8px; }
  .card .head { flex-direction: column; gap: 2px; }
  .plan table { min-width: 560px; }
  .scrolls table { min-width: 560px; }
  .key { margin-left: 0; }
  .conf td:nth-child(2), .conf th:nth-child(2) { display: none; }
}
@page { size: A4; margin: 12mm 15mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt
  Arial, sans-serif; color: #5C656A; } }
@media print {
  body { background: #fff; font-size: 9.75pt; line-height: 1.38; }
  header { font-size: 12px; }
  h1 { font-size: 27px; margin-top: 10px; }
  section { margin-top: 14px; }
  .notice { margin-top: 5px; padding: 1px 10px; font-size: 12px; }
  .cards li { padding: 2px 0 3px; }
  .conf th, .conf td { padding: 2px 0; font-size: 11.5px; }
  .needs li { padding: 2px 0; font-size: 12px; }
  .legend { font-size: 11px; margin-top: 4px; }
  .two { break-inside: avoid; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h2, h3, .head, .say, caption { break-after: avoid; }
  .scrolls { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  .round { break-before: auto; }
  .method { break-before: auto; }
}
"""
