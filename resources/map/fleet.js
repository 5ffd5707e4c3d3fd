// The units by number: ten thousand of them are columns of numbers, not objects, so that a batch of positions costs little.
"use strict";

(() => {
  const GROUPS = ["paused", "free", "scene", "moving", "alarm"];      // from the bottom up
  const KINDS = ["car", "motorcycle", "foot", "boat", "drone"];
  const EDGE = 60;            // pixels past the edge of the view that still count as seen
  const COLUMNS = { wx: Float64Array, wy: Float64Array, at: Float64Array, heading: Float32Array, speed: Float32Array, accuracy: Float32Array, x: Float32Array, y: Float32Array };

  class Fleet {
    constructor() {
      this.cards = [];
      this.slots = new Map();
      this.room = 0;
      this.seen = 0;                  // how many are in view, and which, by group
      this.counts = new Uint32Array(GROUPS.length);
      this.grow(1024);
    }

    grow(room) {
      if (room <= this.room) return;
      this.room = Math.max(room, 2 * this.room);
      for (const [name, Kind] of Object.entries(COLUMNS)) {
        const old = this[name];
        this[name] = new Kind(this.room);
        if (old) this[name].set(old);
      }
      this.inView = GROUPS.map(() => new Uint32Array(this.room));
    }

    clear() { this.cards = []; this.slots.clear(); }

    put(unit) {
      this.grow(unit.slot + 1);
      unit.order = GROUPS.indexOf(unit.group);
      unit.look = (KINDS.indexOf(unit.body) + 1) * GROUPS.length + unit.order;
      unit.help = unit.status === "emergency";
      this.slots.set(unit.id, unit.slot);
      this.cards[unit.slot] = unit;
    }

    drop(id) {
      const slot = this.slots.get(id);
      if (slot === undefined) return;
      this.cards[slot] = undefined;
      this.slots.delete(id);
    }

    // A batch of positions, see `fixes_bytes` in ui/map/message.py: columns one after the other.
    move(raw) {
      const count = raw.byteLength / 40, column = (Kind, at) => new Kind(raw, at * count, count);
      const ats = column(Float64Array, 0), lons = column(Float64Array, 8), lats = column(Float64Array, 16);
      const slots = column(Uint32Array, 24), headings = column(Float32Array, 28), speeds = column(Float32Array, 32), accuracies = column(Float32Array, 36);
      this.grow(slots.reduce((most, slot) => Math.max(most, slot), 0) + 1);
      for (let n = 0; n < count; n++) {
        const slot = slots[n];
        if (ats[n] < this.at[slot]) continue;
        const sine = Math.sin((lats[n] * Math.PI) / 180);
        this.wx[slot] = lons[n] / 360 + 0.5;
        this.wy[slot] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        this.at[slot] = ats[n];
        this.heading[slot] = headings[n];
        this.speed[slot] = speeds[n];
        this.accuracy[slot] = accuracies[n];
      }
    }

    // Which units are in view, and where: `inView[group]` holds the first `counts[group]` of them.
    look(view) {
      const { scale, corner, size } = view, cards = this.cards;
      this.counts.fill(0);
      for (let slot = 0; slot < cards.length; slot++) {
        const card = cards[slot];
        if (!card || !this.at[slot]) continue;
        const x = this.wx[slot] * scale - corner.x, y = this.wy[slot] * scale - corner.y;
        if (x < -EDGE || y < -EDGE || x > size.x + EDGE || y > size.y + EDGE) continue;
        this.x[slot] = x;
        this.y[slot] = y;
        this.inView[card.order][this.counts[card.order]++] = slot;
      }
      this.seen = this.counts.reduce((sum, n) => sum + n, 0);
    }

    // Calls `take(slot, card)` for all in view, from the bottom up.
    each(take) {
      for (let group = 0; group < GROUPS.length; group++) {
        const list = this.inView[group], n = this.counts[group];
        for (let k = 0; k < n; k++) take(list[k], this.cards[list[k]]);
      }
    }

    // Where a unit is on the earth, undefined where that is not known.
    place(id) {
      const slot = this.slots.get(id);
      if (slot === undefined || !this.at[slot]) return undefined;
      return { slot, wx: this.wx[slot], wy: this.wy[slot], at: this.at[slot] };
    }
  }

  Object.assign(window.desk, { Fleet, GROUPS });
})();
