// The units by number: ten thousand of them are columns of numbers, not objects, so that a batch of positions costs little.
"use strict";

(() => {
  const GROUPS = ["paused", "free", "scene", "moving", "alarm"];      // from the bottom up
  const EDGE = 60;            // pixels past the edge of the view that still count as seen
  const COLUMNS = { wx: Float64Array, wy: Float64Array, at: Float64Array, heading: Float32Array, speed: Float32Array, accuracy: Float32Array, x: Float32Array, y: Float32Array };

  function bytes(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text).buffer;
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
  }

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

    // A batch of positions: columns one after the other, each of `count` numbers of four bytes.
    move({ count, base, lon, lat, most, data }) {
      const raw = bytes(data), floats = (n) => new Float32Array(raw, 4 * n * count, count);
      const slots = new Uint32Array(raw, 0, count), ages = new Int32Array(raw, 4 * count, count);
      const lons = floats(2), lats = floats(3), headings = floats(4), speeds = floats(5), accuracies = floats(6);
      this.grow(most + 1);
      for (let n = 0; n < count; n++) {
        const slot = slots[n], sine = Math.sin(((lat + lats[n]) * Math.PI) / 180);
        this.wx[slot] = (lon + lons[n]) / 360 + 0.5;
        this.wy[slot] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        this.at[slot] = base + ages[n];
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
