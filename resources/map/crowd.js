// Crowds: where units stand so close that their signs would be one blot, their number stands for them.
"use strict";

(() => {
  const CELL = 64, LEAST = 8;         // pixels; fewer units than that stand for themselves
  const INNER = 23;                   // a disc stays so far inside its cell that two never touch

  // Splits what is in view into crowds and the slots that stand alone; `alone(card)` never joins a crowd.
  function gather(fleet, view, alone) {
    const left = Math.floor(view.corner.x / CELL), top = Math.floor(view.corner.y / CELL);
    const cols = Math.ceil(view.size.x / CELL) + 5, cells = new Map(), single = [];
    fleet.each((slot, card) => {
      if (alone(card)) { single.push(slot); return; }
      const i = Math.floor((fleet.x[slot] + view.corner.x) / CELL) - left + 2, j = Math.floor((fleet.y[slot] + view.corner.y) / CELL) - top + 2;
      const key = j * cols + i, there = cells.get(key);
      if (there) there.push(slot); else cells.set(key, [slot]);
    });
    const crowds = [];
    for (const [key, slots] of cells) {
      if (slots.length < LEAST) { single.push(...slots); continue; }
      const x0 = ((key % cols) + left - 2) * CELL - view.corner.x, y0 = (Math.floor(key / cols) + top - 2) * CELL - view.corner.y;
      crowds.push(crowd(fleet, slots, x0, y0));
    }
    return { crowds, single };
  }

  function crowd(fleet, slots, x0, y0) {
    const by = desk.GROUPS.map(() => 0);
    let x = 0, y = 0;
    for (const slot of slots) {
      x += fleet.x[slot];
      y += fleet.y[slot];
      by[fleet.cards[slot].order] += 1;
    }
    const inner = (v, from) => Math.min(Math.max(v, from + INNER), from + CELL - INNER);
    const at = { x: inner(x / slots.length, x0), y: inner(y / slots.length, y0) };
    return { kind: "crowd", id: `${x0}/${y0}`, x: at.x, y: at.y, cy: at.y, n: slots.length, by, slots };
  }

  const desk = window.desk;
  desk.gather = gather;
})();
