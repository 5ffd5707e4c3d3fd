// One picture of the live things: which of them are in view, in what order they are painted, where their words go.
"use strict";

(() => {
  const desk = window.desk;
  const GROUPS = ["paused", "free", "scene", "moving", "alarm"];      // from the bottom up
  const MANY = 300;           // units in view past which they are drawn as one path a group
  const FAR = 10;             // zoom below which everything is drawn smaller
  const RANKS = { moving: 6, scene: 7, free: 8, paused: 9 };          // after level 1 to 4 and none
  const EARTH = 40075016.686; // metres around the equator
  // Metres a second that a unit whose speed is not known may have gone meanwhile.
  const SPEEDS = { car: 11, motorcycle: 10, foot: 1.5, boat: 6, drone: 12 };
  const DRIFT = 3000;         // metres past which a growing halo says nothing more

  // The text with at most so many columns; a Chinese letter takes two.
  function cut(text, columns) {
    let used = 0, kept = "";
    for (const letter of text) {
      used += letter > "\u2e80" ? 2 : 1;
      if (used > columns) return `${kept.trimEnd()}…`;
      kept += letter;
    }
    return text;
  }

  class Picture {
    constructor(live) {
      this.held = live;
      this.map = live.map;
      this.sprites = new desk.Sprites();
      this.grid = new desk.Grid();
      this.drawn = [];
      this.sides = new Map();         // where a label stood last, so that it does not hop about
      this.names = this.canvas("names");
      this.live = this.canvas("units");
    }

    get scene() { return this.held.scene; }

    canvas(name) {
      const canvas = document.createElement("canvas");
      canvas.className = `live ${name}`;
      this.map.getContainer().appendChild(canvas);
      return canvas.getContext("2d");
    }

    // Clears a canvas, fits it to the window, and returns how the world lies under it.
    prepare(ctx) {
      const size = this.map.getSize(), ratio = window.devicePixelRatio || 1;
      const w = Math.round(size.x * ratio), h = Math.round(size.y * ratio);
      if (ctx.canvas.width !== w || ctx.canvas.height !== h) {
        ctx.canvas.width = w;
        ctx.canvas.height = h;
        ctx.canvas.style.width = `${size.x}px`;
        ctx.canvas.style.height = `${size.y}px`;
      }
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.clearRect(0, 0, size.x, size.y);
      const zoom = this.map.getZoom(), corner = this.map.getPixelBounds().min, scale = 256 * 2 ** zoom;
      return {
        ctx, zoom, size,
        pixel: (p) => ({ x: p.wx * scale - corner.x, y: p.wy * scale - corner.y }),
        metre: (lat) => scale / (EARTH * Math.cos((lat * Math.PI) / 180)),
        sees: (p, edge) => p.x > -edge && p.y > -edge && p.x < size.x + edge && p.y < size.y + edge,
      };
    }

    // Names and beats: they change with the view and the palette, not with the units.
    drawGround() {
      const { palette, names, beats_shown: shown } = this.scene;
      if (!palette.text) return;
      const view = this.prepare(this.names), grid = new desk.Grid();
      if (shown) {
        const rings = [...this.held.beats.values()].map((ring) => ring.map((p) => { const q = view.pixel(p); return [q.x, q.y]; }));
        desk.beats(view.ctx, rings, palette.boundary);
      }
      for (const name of names) this.drawName(view, grid, name, palette);
    }

    drawName(view, grid, name, palette) {
      if (view.zoom < [7, 8, 9.5, 10.5][name.rank]) return;
      const p = view.pixel(desk.world(name.lon, name.lat));
      if (!view.sees(p, 100)) return;
      const area = name.rank < 2, size = [13, 14, 12, 11][name.rank];
      const sprite = this.sprites.get(name.text, size, name.rank === 1, palette.text, palette.land);
      const x = area ? p.x - sprite.w / 2 : p.x + 5, y = p.y - sprite.h / 2;
      if (!grid.isFree(x, y, x + sprite.w, y + sprite.h, null)) return;
      grid.add({ x0: x - 4, y0: y, x1: x + sprite.w + 4, y1: y + sprite.h, owner: name });
      view.ctx.globalAlpha = area ? 0.55 : 0.75;
      desk.putText(view.ctx, sprite, x, y);
      view.ctx.globalAlpha = 1;
      if (!area) { view.ctx.fillStyle = palette.text; view.ctx.fillRect(p.x - 1.5, p.y - 1.5, 3, 3); }
    }

    draw() {
      const { palette, text } = this.scene;
      if (!palette.text) return;
      const view = this.prepare(this.live);
      const units = this.unitsIn(view), incidents = this.incidentsIn(view);
      this.drawn = [...units, ...incidents];
      const many = units.length > MANY;
      const r = many || view.zoom < FAR ? 4.5 : view.zoom < 12 ? 7 : 8.5;
      const sign = view.zoom < FAR ? 8 : 10;
      const look = { palette, sprites: this.sprites, marks: text.marks };
      const [kind, id] = this.scene.selected || [];
      const chosen = this.drawn.find((d) => d.kind === kind && d.id === id);
      const stale = units.filter((unit) => unit.stale);
      view.ctx.globalAlpha = 0.7;
      desk.rings(view.ctx, stale, palette.boundary, 1.2, many ? [] : [4, 4]);
      view.ctx.globalAlpha = 1;
      if (chosen) this.drawTies(view, chosen, palette);
      for (const group of GROUPS) {
        for (const old of [true, false]) {
          const some = units.filter((unit) => unit.group === group && unit.stale === old);
          if (r < 7) desk.unitsFar(view.ctx, some, r, group, look); else desk.unitsNear(view.ctx, some, r, look);
        }
      }
      const alarms = units.filter((unit) => unit.group === "alarm");
      desk.rings(view.ctx, alarms.map((unit) => ({ ...unit, halo: r + 8 })), palette.alarm, 3);
      for (const it of incidents) desk.incident(view.ctx, it, sign, look);
      if (chosen) {
        const ring = { x: chosen.x, y: chosen.cy, halo: chosen.kind === "unit" ? r + 8 : sign + 9 };
        desk.rings(view.ctx, [ring], palette.selected, 3);
      }
      this.drawLabels(view, r, sign, chosen);
    }

    // From the chosen unit to its incident, from the chosen incident to its units; where the incident may be.
    drawTies(view, chosen, palette) {
      const units = chosen.kind === "unit" ? [chosen.id] : chosen.units;
      const it = this.held.incidents.get(chosen.kind === "unit" ? chosen.job : chosen.id);
      if (!it) return;
      const here = view.pixel(it);
      for (const id of units) {
        const fix = this.held.units.has(id) && this.held.fixes.get(id);
        if (fix) desk.line(view.ctx, view.pixel(fix), here, palette.selected, []);
      }
      if (it.place && it.caller) desk.line(view.ctx, view.pixel(it.caller), here, palette.selected, [2, 4]);
      for (const [place, solid] of [[it.caller, false], [it.place, true]]) {
        if (place) desk.place(view.ctx, view.pixel(place), (place.accuracy || 0) * view.metre(place.lat), solid, palette.selected);
      }
    }

    // Words beside what they name: the graver first; what finds no free side stays without, but for what must be read.
    drawLabels(view, r, sign, chosen) {
      const grid = this.grid = new desk.Grid();
      const reach = (it) => (it === chosen ? 9 : it.group === "alarm" || it.look === "waiting" ? 7 : 4) + (it.kind === "unit" ? r : sign);
      this.drawn.forEach((it, n) => {
        const d = reach(it);
        grid.add({ x0: it.x - d, y0: it.cy - d, x1: it.x + d, y1: it.cy + d, owner: it, top: n + 1 });
      });
      const rank = (it) => (it === chosen ? 0 : it.group === "alarm" ? 1 : it.kind === "incident" ? 1 + (it.level || 5) : RANKS[it.group]);
      const ranked = this.drawn.map((it) => [rank(it), it]).sort((a, b) => a[0] - b[0]);
      for (const [place, it] of ranked) this.drawLabel(view, grid, it, reach(it), place < 2, it === chosen);
    }

    drawLabel(view, grid, it, reach, must, chosen) {
      const { lines, w, h } = this.measured(it, chosen);
      // Where it stood before; at first on the right, on the left where the unit's tick is on the right.
      const key = it.kind + it.id, east = it.heading > 30 && it.heading < 150;
      const before = this.sides.get(key) ?? (east ? 1 : 0);
      for (let n = 0; n < 4; n++) {
        const side = (before + n) % 4;
        const x = [it.x + reach, it.x - reach - w, it.x - w / 2, it.x - w / 2][side];
        const y = [it.cy - h / 2, it.cy - h / 2, it.cy + reach, it.cy - reach - h][side];
        const inside = x >= 0 && y >= 0 && x + w <= view.size.x && y + h <= view.size.y;
        if ((inside && grid.isFree(x, y, x + w, y + h, it)) || (must && n === 3)) {
          this.sides.set(key, side);
          grid.add({ x0: x, y0: y, x1: x + w, y1: y + h, owner: it, top: 0 });
          this.put(view, lines, x, y);
          return;
        }
      }
    }

    put(view, lines, x, y) {
      for (const line of lines) {
        let at = x;
        for (const sprite of line) { desk.putText(view.ctx, sprite, at, y); at += sprite.w - 2; }
        y += line[0].h - 3;
      }
    }

    // The words with their size. A unit's are made anew only when they change: most of the thousand stay as they are.
    measured(it, chosen) {
      const key = it.of && `${chosen}${it.stale && this.age(it.age)}${this.sprites.edition}`;
      if (key && it.of.key === key) return it.of.measured;
      const lines = this.words(it, chosen);
      const w = Math.max(...lines.map((line) => line.reduce((sum, s) => sum + s.w, 0)));
      const h = lines.reduce((sum, line) => sum + line[0].h - 3, 3);
      if (key) Object.assign(it.of, { key, measured: { lines, w, h } });
      return { lines, w, h };
    }

    // Lines of sprites: call sign and age of a unit; class of an incident, and its address where it is chosen.
    words(it, chosen) {
      const { palette, text } = this.scene, make = (...of) => this.sprites.get(...of, palette.halo);
      const drill = (it.of || it).drill ? text.drill : "";
      if (it.kind === "unit") {
        const sign = make(drill + it.of.sign, 12, chosen || it.group === "alarm", it.group === "alarm" ? palette.alarm : palette.text);
        return [it.stale ? [sign, make(this.age(it.age), 11, true, palette.level2)] : [sign]];
      }
      const colour = it.level ? palette[`level${it.level}`] : palette.text;
      const lines = [[make(cut(drill + it.title, 20), 13, true, colour)]];
      if (chosen && it.detail) lines.push([make(cut(it.detail, 48), 12, false, palette.text)]);
      return lines;
    }

    age(ms) {
      const { text } = this.scene, minutes = Math.floor(ms / 60000);
      if (minutes < 60) return text.minutes.replace("%1", minutes);
      return minutes < 2880 ? text.hours.replace("%1", Math.floor(minutes / 60)) : text.days.replace("%1", Math.floor(minutes / 1440));
    }

    // Where a thing is drawn, and what is drawn at a point, the topmost first.
    spot(kind, id) {
      const it = this.drawn.find((one) => one.kind === kind && one.id === id);
      return it && { x: it.x, y: it.cy };
    }

    at(x, y) { return [...new Set(this.grid.at(x, y).map((box) => box.owner))]; }

    within(x0, y0, x1, y1) {
      return this.drawn.filter((it) => it.x >= x0 && it.x <= x1 && it.cy >= y0 && it.cy <= y1);
    }

    unitsIn(view) {
      const { now, stale_ms: limit } = this.scene, found = [];
      for (const unit of this.held.units.values()) {
        const fix = this.held.fixes.get(unit.id);
        if (!fix) continue;
        const p = view.pixel(fix);
        if (!view.sees(p, 60)) continue;
        const age = Math.max(0, now - fix.at), stale = age > limit;
        const halo = stale ? this.halo(unit, fix, age, view) : 0;
        const { id, body, group, status, job } = unit, { x, y } = p;
        found.push({ of: unit, kind: "unit", id, body, group, status, job, x, y, cy: y, heading: fix.heading, age, stale, halo });
      }
      return found;
    }

    // How far (pixels) a unit may be from where it was: its accuracy, and its speed for as long as nothing was heard.
    halo(unit, fix, age, view) {
      const speed = fix.speed === null ? SPEEDS[unit.body] || SPEEDS.car : Math.max(fix.speed, 1);
      const metres = Math.min((fix.accuracy || 15) + (speed * age) / 1000, DRIFT);
      return Math.min(Math.max(metres * view.metre(fix.lat), 14), 240);
    }

    incidentsIn(view) {
      const found = [];
      for (const it of this.held.incidents.values()) {
        const p = view.pixel(it);
        if (view.sees(p, 60)) found.push({ ...it, ...p, cy: p.y - (view.zoom < FAR ? 17 : 26), kind: "incident" });
      }
      // The graver one on top; among equals the one further south hides less.
      return found.sort((a, b) => (b.level || 5) - (a.level || 5) || a.y - b.y);
    }
  }

  window.desk.Picture = Picture;
})();
