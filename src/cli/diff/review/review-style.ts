/** How the review page looks: the preview's own colours, light and dark. */
export const reviewStyle = `
:root { color-scheme: light dark; --ground: light-dark(#fbfaf8, #191816); --raised: light-dark(#ffffff, #22201e);
  --selected: light-dark(#ebe7e0, #2a2825); --line: light-dark(#e4e0d9, #2b2926); --text: light-dark(#1e1c19, #efece7);
  --soft: light-dark(#57534c, #b3ada4); --accent: light-dark(#c1331b, #ff7a5f); --old: light-dark(#b3261e, #ff8077);
  --old-ground: light-dark(#fdf1ee, #2a1714); --new: light-dark(#1d6f42, #5cc28a); --new-ground: light-dark(#e9f5ee, #14281d); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.5 "Inter Variable", system-ui, sans-serif; }
header { padding: 16px 24px; border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 18px; } h2 { margin: 0 0 8px; font-size: 15px; overflow-wrap: anywhere; }
header p { margin: 4px 0 0; color: var(--soft); }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; background: var(--raised); font: inherit; font-size: 12px; }
.page { display: grid; grid-template-columns: minmax(200px, 300px) minmax(0, 1fr); }
nav { border-right: 1px solid var(--line); position: sticky; top: 0; max-height: 100vh; overflow: auto; }
nav ol { list-style: none; margin: 0; padding: 8px; }
nav button { width: 100%; text-align: left; border: 0; border-radius: 6px; padding: 8px 10px; background: none; color: inherit; font: inherit; cursor: pointer; overflow-wrap: anywhere; }
nav button:hover { background: var(--selected); }
nav button[aria-current] { background: var(--selected); box-shadow: inset 3px 0 var(--accent); font-weight: 600; }
nav small { display: block; color: var(--soft); font-weight: 400; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
main { padding: 16px 24px; outline: 0; min-width: 0; }
dl.lines { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0 0 16px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
del { background: var(--old-ground); color: var(--old); } ins { background: var(--new-ground); color: var(--new); text-decoration-thickness: 1px; }
.failure { background: var(--old-ground); color: var(--old); padding: 8px 12px; border-radius: 6px; white-space: pre-wrap; }
select { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 6px 8px; margin-bottom: 12px; max-width: 100%; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; min-width: 0; }
figcaption { padding: 8px 12px; border-bottom: 1px solid var(--line); background: var(--raised); overflow-wrap: anywhere; }
figcaption small { display: block; color: var(--soft); }
iframe { display: block; width: 100%; height: 400px; border: 0; background: #ffffff; }
.phone iframe { width: 375px; max-width: 100%; margin: 0 auto; }
.nothing { padding: 32px 12px; text-align: center; color: var(--soft); }
.shot header, .shot nav, .shot select { display: none; } .shot .page { grid-template-columns: 1fr; }
@media (max-width: 900px) { .page { grid-template-columns: 1fr; } nav { position: static; max-height: 30vh; border-right: 0; border-bottom: 1px solid var(--line); } }
@media (max-width: 640px) { .sides { grid-template-columns: 1fr; } header, main { padding: 12px; } }
`;
