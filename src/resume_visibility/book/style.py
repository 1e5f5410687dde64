"""The style of the book, on a screen and on paper. Colours never say anything alone: each cell says it in words, too."""

STYLE = """
:root { color-scheme: light; --ink: #1d2733; --muted: #55606e; --line: #d5dae1; --paper: #fff; --link: #0b4f8a;
  --nothing: #eceff3; --identity: #fdf3d6; --some: #e1f0e6; --number: #fbe3dc; --warning: #8f2a0f; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 5rem; max-width: 70rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.65 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -60rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
h1, h2, h3, h4 { line-height: 1.3; font-weight: 650; }
h1 { font-size: 2rem; margin: 0 0 .25rem; }
h2 { font-size: 1.45rem; margin: 3.5rem 0 1rem; padding-bottom: .35rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
p, ul, ol { margin: .4rem 0 .8rem; }
td p, th p { margin: 0 0 .2rem; }
.muted, caption { color: var(--muted); }
.warning { color: var(--warning); font-weight: 650; }
pre.warning { white-space: pre-wrap; border-left: 4px solid var(--warning); padding: .5rem 1rem; font: inherit; }
code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: .9em; white-space: nowrap; }
blockquote { margin: .5rem 0; padding: .25rem 1rem; border-left: 3px solid var(--line); color: var(--ink); background: #f7f8fa; }
.questions { padding-left: 1.6rem; columns: 2; column-gap: 3rem; }
.questions li { break-inside: avoid; margin-bottom: 1.25rem; }
.questions li::marker { font-weight: 650; }
.questions h3 { margin: 0; font-size: 1rem; }
.questions p { margin: .2rem 0; }
.links { font-size: .92rem; }
nav ul { columns: 3; column-gap: 2rem; padding-left: 1.1rem; }
.scroll { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5; }
caption { text-align: left; padding: .3rem 0; font-size: .92rem; }
th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #f1f3f6; }
tbody th { font-weight: 600; min-width: 6.5rem; }
.cell strong, .cell span { display: block; }
.cell span { font-size: .85em; }
#readings td:last-child { min-width: 6rem; }
.digest { white-space: normal; overflow-wrap: anywhere; }
.signing td { height: 3.5rem; min-width: 7rem; }
.small { font-size: .85em; }
.grid td { text-align: center; padding: .25rem .3rem; min-width: 4.2rem; font-size: .85rem; }
.grid tbody th { min-width: 9rem; }
.nothing, .never { background: var(--nothing); }
.identity, .chat, .other { background: var(--identity); }
.some, .always { background: var(--some); }
.number { background: var(--number); }
.sometimes, .named { background: #eef6f0; }
.never { color: var(--muted); }
.chip { display: inline-block; padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9rem; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
article { padding: .25rem 0 .5rem; border-bottom: 1px solid var(--line); }
article h3 code { margin-right: .4rem; }
:target { scroll-margin-top: 1rem; }
:target, tr:target > * { background-color: #fff8d8; }
figure { margin: 1rem 0; }
figcaption { color: var(--muted); font-size: .92rem; }
svg { width: 100%; max-width: 44rem; height: auto; }
svg rect { stroke: var(--muted); fill: var(--paper); }
svg rect.no { fill: var(--nothing); }
svg rect.yes { fill: var(--some); }
svg line { stroke: var(--muted); stroke-width: 1.5; }
svg text { font: 15px "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; fill: var(--ink);
  text-anchor: middle; dominant-baseline: central; }
svg text.note { font-size: 13px; fill: var(--muted); }
@media screen and (max-width: 48rem) { .questions, nav ul { columns: 1; } body { padding: 1.25rem 1rem 3rem; } }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.5; }
  .skip { display: none; }
  h2 { break-before: page; margin-top: 0; }
  #questions h2, nav h2 { break-before: auto; margin-top: 1rem; }
  .questions li { margin-bottom: .6rem; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, article, blockquote, figure { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  .grid td, .grid tbody th { min-width: 0; font-size: 7.5pt; padding: .15rem .2rem; }
  th, td { padding: .2rem .35rem; }
  tbody th { min-width: 0; }
  a { color: inherit; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
