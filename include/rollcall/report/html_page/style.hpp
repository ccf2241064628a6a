#pragma once

#include <string_view>

// How the page looks: on a desk, on a phone, in the dark, on paper.

namespace rollcall::html_page {

inline constexpr std::string_view style = R"css(
:root {
  color-scheme: light dark;
  --paper: #f7f6f3; --card: #ffffff; --ink: #1c2430; --quiet: #586070; --line: #dedbd3; --line-soft: #edebe5;
  --bar: #2c6e8f; --bar-edge: #1d5570; --window: #2c6e8f1a; --window-edge: #2c6e8f80;
  --error: #b3261e; --error-bar: #c9443b; --error-soft: #fbeae8;
  --warning: #8a5300; --warning-bar: #dd9a26; --warning-soft: #fdf3df;
  --info: #3f5bb0; --info-bar: #7389d0; --info-soft: #ecf0fb;
  --good: #2b6e3f; --overlap: #6d2a8c; --focus: #0b57d0; --chosen: #fff3b8;
  --shadow: 0 1px 2px #0000000f, 0 4px 16px #0000000a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --card: #1d2128; --ink: #e7e9ee; --quiet: #a2aab8; --line: #353b46; --line-soft: #292e37;
    --bar: #58a6c9; --bar-edge: #8cc7e2; --window: #58a6c91c; --window-edge: #58a6c980;
    --error: #ff9a91; --error-bar: #e0645b; --error-soft: #3b2120;
    --warning: #f2bd62; --warning-bar: #d4962c; --warning-soft: #362a15;
    --info: #aebdf5; --info-bar: #7f93db; --info-soft: #232a40;
    --good: #84cf9b; --overlap: #d38af0; --focus: #8ab4f8; --chosen: #4a4217;
    --shadow: 0 1px 2px #0006, 0 4px 16px #0004;
  }
}
* { box-sizing: border-box; }
html { scroll-padding: 1rem; }
body { margin: 0 auto; padding: 0 clamp(.75rem, 3vw, 2.5rem) 6rem; max-width: 84rem; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
h1 { font-size: clamp(1.5rem, 4vw, 2rem); line-height: 1.2; letter-spacing: -.015em; margin: 0; }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .35rem 0; }
header { padding-top: 1.75rem; }
.quiet { color: var(--quiet); font-size: .87rem; }
bdi { unicode-bidi: isolate; }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
section:focus, aside:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: .5rem; padding: .5rem 1rem; background: var(--card); z-index: 9; }
.skip:focus { left: .75rem; }
button, select, input { font: inherit; color: inherit; }
button, select, input[type=search] { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: .4rem .7rem; min-height: 2.4rem; }
button { cursor: pointer; }
button:hover { border-color: var(--quiet); }

#verdict { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin: .6rem 0 .3rem; font-size: 1.05rem; }
.mark { display: inline-flex; align-items: center; gap: .35em; font-weight: 600; white-space: nowrap; }
.mark::before { display: inline-grid; place-items: center; width: 1.25em; height: 1.25em; font-size: .82em;
  font-weight: 700; line-height: 1; color: var(--card); }
.mark.error::before { content: "✕"; background: var(--error); border-radius: 50%; }
.mark.warning::before { content: "!"; background: var(--warning); clip-path: polygon(50% 0, 100% 96%, 0 96%);
  padding-top: .3em; }
.mark.info::before { content: "i"; background: var(--info); border-radius: .25em; }
.mark.good::before { content: "✓"; background: var(--good); border-radius: 50%; }
.mark.error { color: var(--error); } .mark.warning { color: var(--warning); }
.mark.info { color: var(--info); } .mark.good { color: var(--good); }

#totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.4rem, 1fr)); gap: .6rem; margin-top: 1.25rem; }
.total { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .65rem .85rem;
  box-shadow: var(--shadow); overflow-wrap: normal; }
.total b { display: block; font-size: clamp(1.1rem, 2.2vw, 1.45rem); line-height: 1.25; font-weight: 650; letter-spacing: -.02em; }
.total span { color: var(--quiet); font-size: .85rem; }
.notice { background: var(--warning-soft); border: 1px solid var(--warning-bar); border-radius: .75rem;
  padding: .2rem 1rem .6rem; margin-top: 1.5rem; }
.notice h2 { margin: .5rem 0; font-size: 1.05rem; }
.notice ul { margin: 0; padding-left: 1.2rem; max-height: 16rem; overflow: auto; }

#rules ul { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .3rem; }
#rules button { display: grid; grid-template-columns: minmax(9rem, 17rem) 1fr 15rem; gap: .2rem 1rem;
  align-items: center; width: 100%; text-align: left; padding: .45rem .8rem; }
#rules button[aria-pressed=true] { border-color: var(--focus); box-shadow: inset 0 0 0 1px var(--focus); }
#rules .stack { display: flex; gap: 2px; height: .8rem; }
#rules .stack i { border-radius: 2px; min-width: 4px; }
#rules .counts { display: flex; gap: .8rem; justify-content: flex-end; font-size: .9rem; }
#rules .summary { grid-column: 1 / -1; color: var(--quiet); font-size: .85rem; }
.rule { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .86em; }

#filter { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: end; margin: .75rem 0 .25rem; }
#filter label { display: grid; gap: .15rem; font-size: .82rem; color: var(--quiet); min-width: 0; }
#filter input[type=search], #filter select { color: var(--ink); font-size: .95rem; width: 100%; }
#filter > label { flex: 1 1 11rem; } #filter .wide { flex: 2 1 16rem; }
#filter fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .3rem .9rem; min-height: 2.4rem;
  align-items: center; }
#filter legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
#filter fieldset label { display: flex; gap: .35rem; align-items: center; font-size: .92rem; color: var(--ink);
  min-height: 2.4rem; }
#filter input[type=checkbox] { width: 1.15rem; height: 1.15rem; accent-color: var(--focus); }
#count { font-weight: 600; }

#table, .timeline { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden;
  box-shadow: var(--shadow); }
.viewport { overflow: auto; position: relative; max-height: min(65vh, 40rem); overscroll-behavior: auto; }
.rows { position: relative; }
.table-head, .finding { display: grid; align-items: center; gap: 0 1rem; padding: 0 .9rem;
  grid-template-columns: 6.2rem 12rem minmax(0, 4fr) minmax(0, 1fr) minmax(0, 1.2fr); }
.table-head { border-bottom: 1px solid var(--line); font-size: .8rem; color: var(--quiet); min-height: 2.1rem; }
#table { --row: 40px; }
.finding { position: absolute; left: 0; right: 0; height: var(--row); border-bottom: 1px solid var(--line-soft);
  cursor: pointer; }
.finding > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.finding:hover { background: var(--line-soft); }
.finding.related { background: var(--chosen); }
.finding.chosen { background: var(--chosen); box-shadow: inset 4px 0 0 var(--focus); }
.finding:focus-visible, .row :focus-visible { outline-offset: -3px; }
.finding .where { color: var(--quiet); font-size: .86rem; }
.empty { padding: 1.2rem; color: var(--quiet); text-align: center; margin: 0; }

.only { font-size: .92rem; display: inline-flex; gap: .4rem; align-items: center; min-height: 2.4rem; }
.only input { width: 1.15rem; height: 1.15rem; accent-color: var(--focus); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; font-size: .85rem; margin-top: .25rem; }
.legend span { display: inline-flex; align-items: center; gap: .4rem; }
.legend i { position: relative; display: inline-block; width: 1.9rem; height: .85rem; }
.meeting { margin: 1rem 0 1.75rem; }
.meeting-head { display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline; margin-bottom: .5rem; }
.meeting-head .quiet { flex-basis: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.axis.low { height: 2.6rem; }
.meeting-tools { display: flex; gap: .6rem; flex-wrap: wrap; margin-left: auto; }
.meeting-tools label { display: flex; align-items: center; gap: .35rem; font-size: .82rem; color: var(--quiet); }
.meeting-tools input, .meeting-tools select { min-height: 2rem; padding: .15rem .5rem; width: 9.5rem; color: var(--ink); }
.meeting.chosen h3 { background: var(--chosen); border-radius: .3rem; }

.timeline { --row: 32px; --name: 14rem; --total: 5.5rem; }
.axis { position: sticky; top: 0; z-index: 3; background: var(--card); border-bottom: 1px solid var(--line); height: 4.6rem; }
.track, .axis .scale { position: absolute; left: var(--name); right: var(--total); top: 0; bottom: 0; }
.axis .label { position: absolute; left: .8rem; bottom: .35rem; font-size: .78rem; color: var(--quiet); }
.axis .label.sum { left: auto; right: .7rem; }
.axis .curve { position: absolute; left: 0; width: 100%; top: .35rem; height: 2.1rem; overflow: visible; }
.curve path { fill: var(--bar); opacity: .28; stroke: var(--bar); stroke-width: 1; vector-effect: non-scaling-stroke; }
.axis .peak { position: absolute; top: .2rem; font-size: .72rem; color: var(--quiet); white-space: nowrap;
  padding: 0 .3rem; }
.tick { position: absolute; bottom: .3rem; transform: translateX(-50%); font-size: .75rem; color: var(--quiet);
  white-space: nowrap; line-height: 1.15; text-align: center; }
.tick.first { transform: none; text-align: left; } .tick.last { transform: translateX(-100%); text-align: right; }
.grid { position: absolute; top: 0; bottom: 0; left: var(--name); right: var(--total); pointer-events: none; }
.grid i { position: absolute; top: 0; bottom: 0; border-left: 1px solid var(--line-soft); }
.window { position: absolute; top: 0; bottom: 0; background: var(--window);
  border: dashed var(--window-edge); border-width: 0 1.5px; }
.break { position: absolute; top: 0; bottom: 0; background: repeating-linear-gradient(115deg, var(--line) 0 3px,
  transparent 3px 7px); border: 0; }
.row { position: absolute; z-index: 1; left: 0; right: 0; height: var(--row); border-bottom: 1px solid var(--line-soft); }
.row:hover { background: #8881; }
.row .name { position: absolute; left: 0; width: var(--name); top: 0; bottom: 0; padding: 0 .4rem 0 .8rem; display: flex;
  align-items: center; gap: .4rem; cursor: pointer; }
.row .name bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
.row .name .mark { font-size: .8rem; margin-left: auto; flex: none; }
.row .sum { position: absolute; right: .7rem; top: 0; line-height: var(--row); font-size: .85rem;
  color: var(--quiet); white-space: nowrap; }
.row .note { position: absolute; left: 0; top: 0; line-height: var(--row); font-size: .82rem; color: var(--quiet);
  font-style: italic; white-space: nowrap; }
.row.chosen { background: var(--chosen); }
.bar { position: absolute; top: 7px; bottom: 7px; min-width: 4px; border-radius: 3px; background: var(--bar);
  border: 1px solid var(--bar-edge); cursor: pointer; }
.bar::after { content: ""; position: absolute; inset: -7px -3px; }
.bar:hover { filter: brightness(1.12); }
.bar.error { background: repeating-linear-gradient(45deg, var(--error-bar) 0 5px, var(--error) 5px 8px);
  border-color: var(--error); }
.bar.warning { background: repeating-linear-gradient(90deg, var(--warning-bar) 0 5px, var(--warning) 5px 7px);
  border-color: var(--warning); }
.bar.info { background: radial-gradient(circle at 3px 3px, var(--info) 1.3px, transparent 1.6px) 0 0 / 6px 6px var(--info-bar);
  border-color: var(--info); }
.bar.open { background-color: transparent; border-style: dashed; border-width: 2px; min-width: 12px; }
.bar.chosen { outline: 3px solid var(--focus); outline-offset: 2px; z-index: 2; animation: found 1.1s ease-out; }
@keyframes found { from { outline-offset: 16px; outline-color: transparent; } }
.gap { position: absolute; top: calc(50% - 1px); border-top: 2px dotted var(--quiet); }
.overlap { position: absolute; bottom: 2px; height: 5px; min-width: 4px; border-radius: 2px; pointer-events: none;
  background: repeating-linear-gradient(-45deg, var(--overlap) 0 3px, transparent 3px 5px); border: 1px solid var(--overlap); }
.legend .bar, .legend .window, .legend .break { position: relative; top: auto; bottom: auto; height: .95rem; }
.legend .gap { height: 0; top: 0; } .legend .overlap { height: .45rem; bottom: 0; }
.more { padding: .4rem .9rem; border-top: 1px solid var(--line); margin: 0; }

#details { position: fixed; right: 1rem; bottom: 1rem; width: min(26rem, calc(100vw - 2rem)); max-height: min(60vh, 34rem);
  overflow: auto; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; padding: .9rem 1.1rem;
  box-shadow: 0 8px 40px #0005; z-index: 5; }
#details h2 { margin: 0 2.2rem .4rem 0; font-size: 1.05rem; }
#details .close { position: absolute; right: .6rem; top: .6rem; min-height: 0; padding: 0; width: 2.2rem; height: 2.2rem;
  font-size: 1.2rem; line-height: 1; }
#details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .8rem; margin: .5rem 0; font-size: .9rem; }
#details dt { color: var(--quiet); } #details dd { margin: 0; }
#details ul { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .35rem; }
#details ul button { width: 100%; text-align: left; font-size: .9rem; }
#details .actions { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
#tip { position: fixed; left: 0; top: 0; z-index: 8; max-width: min(24rem, 90vw); padding: .45rem .7rem; border-radius: .5rem;
  background: var(--ink); color: var(--paper); font-size: .84rem; pointer-events: none; white-space: pre-line; }

@media screen and (max-width: 46rem) {
  #table { --row: 92px; }
  .table-head { position: absolute; width: 1px; height: 1px; min-height: 0; overflow: hidden; clip-path: inset(50%); }
  .finding { grid-template: "severity rule" auto "message message" 1fr "who where" auto / auto minmax(0, 1fr);
    padding: .4rem .8rem; gap: 0 .8rem; align-items: start; }
  .finding .message { grid-area: message; white-space: normal; display: -webkit-box; -webkit-box-orient: vertical;
    -webkit-line-clamp: 2; line-clamp: 2; line-height: 1.3; }
  .finding .rule { text-align: right; }
  .finding .who { font-size: .86rem; max-width: 45vw; } .finding .where { text-align: right; }
  #rules button { grid-template-columns: minmax(0, 1fr) auto; }
  #rules .stack { grid-column: 1 / -1; order: 2; } #rules .summary { order: 3; }
  #totals { grid-template-columns: repeat(auto-fit, minmax(6.2rem, 1fr)); gap: .4rem; }
  .total { padding: .45rem .65rem; }
  #filter > label { flex: 1 1 8rem; } #filter .wide { flex: 1 1 100%; }
  .timeline { --row: 54px; --name: .8rem; --total: .8rem; }
  .axis .label { display: none; }
  .row .name { width: auto; right: 6rem; bottom: auto; height: 24px; }
  .row .sum { line-height: 24px; }
  .row .track { top: 22px; }
  .row .note { line-height: 28px; }
  .meeting-tools { margin-left: 0; flex-basis: 100%; }
  html:has(#details:not([hidden])) { scroll-padding-bottom: 48vh; }
  #details { right: .5rem; left: .5rem; bottom: .5rem; width: auto; max-height: 46vh; }
}
@media (prefers-reduced-motion: reduce) { .bar.chosen { animation: none; } }
@media (forced-colors: active) {
  .bar, .overlap, .mark::before, .stack i { forced-color-adjust: none; }
}
@media print {
  @page { margin: 14mm; }
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --line-soft: #ddd; --shadow: none;
    --bar: #2c6e8f; --bar-edge: #1d5570; --window: #2c6e8f1f; --error: #b3261e; --error-bar: #d8665e; --warning: #8a5300;
    --warning-bar: #e7b155; --info: #3f5bb0; --info-bar: #8ea1dd; --overlap: #6d2a8c; --chosen: transparent; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  header { padding-top: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .no-print, .skip, #tip { display: none !important; }
  .viewport, .notice ul { max-height: none; overflow: visible; }
  #table, .timeline { overflow: visible; }
  .axis { position: relative; }
  #table { --row: 34px; }
  .table-head, .finding { grid-template-columns: 4.6rem 9rem minmax(0, 3fr) minmax(0, 1fr) minmax(0, 1.1fr); padding: 0 .4rem;
    gap: 0 .6rem; font-size: 8pt; }
  .finding { height: auto; min-height: var(--row); padding-block: 2px; }
  .finding > span { white-space: normal; line-height: 1.2; }
  .finding .where, .rule { font-size: inherit; }
  .rows { height: auto !important; }
  .finding, .row { position: relative; top: auto !important; break-inside: avoid; }
  .timeline { --row: 22px; --name: 10rem; --total: 4rem; }
  .bar { top: 4px; bottom: 4px; }
  h2, h3, .meeting-head { break-after: avoid; }
  .grid i { display: none; }
}
)css";

} // namespace rollcall::html_page
