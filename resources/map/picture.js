// One picture of the live things: which of them are in view, in what order they are painted, where their words go.
"use strict";

(() => {
  const desk = window.desk;
  const { GROUPS } = desk;
  const MANY = 400;           // units in view past which they are stamped, without letters and words
  const THRONG = 3000;        // units in view past which their signs are as small as can be told apart
  const FAR = 10;             // zoom below which everything is drawn smaller
  const CLOSE = 13.5;         // zoom from which crowds are shown unit by unit
  const LABELS = 160;         // words more than these are a wall
  const RANKS = { moving: 6, scene: 7, free: 8, paused: 9 };          // after level 1 to 4 and none
  const EARTH = 40075016.686; // metres around the equator
  // Metres a second that a unit whose speed is not known may have gone meanwhile.
  const SPEEDS = { car: 11, motorcycle: 10, foot: 1.5, boat: 6, drone: 12 };
  const DRIFT = 3000;         // metres past which a growing halo says nothing more
  const HALOS = 400;          // halos more than these are a fog

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
      this.plate = new desk.Plate();
      this.cells = new desk.Cells();
      this.words = new desk.Words(this);
      this.drawn = [];                // what was painted as a thing of its own, from the bottom up
      this.boxes = [];                // where its words stand
      this.sides = new Map();         // where a label stood last, so that it does not hop about
      this.names = this.canvas("names");
      this.live = this.canvas("units");
    }

    // Everything that was painted beforehand is painted anew: other colours, another font.
    forget() {
      this.sprites.clear();
      this.plate.stamps.clear();
    }

    get scene() { return this.held.scene; }

    shows(layer) { return this.scene.layers[layer]; }

    canvas(name) {
      const canvas = document.createElement("canvas");
      canvas.className = `live ${name}`;
      this.map.getContainer().appendChild(canvas);
      return canvas.getContext("2d", { willReadFrequently: true });
    }

    // Fits a canvas to the window, clears it, and returns how the world lies under it.
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
        ctx, zoom, size, ratio, scale, corner,
        pixel: (p) => ({ x: p.wx * scale - corner.x, y: p.wy * scale - corner.y }),
        metre: (wy) => (scale * Math.cosh(2 * Math.PI * (0.5 - wy))) / EARTH,
        sees: (p, edge) => p.x > -edge && p.y > -edge && p.x < size.x + edge && p.y < size.y + edge,
      };
    }

    draw() {
      const { palette, text } = this.scene;
      if (!palette.text) return;
      const view = this.view = this.prepare(this.live), fleet = this.held.fleet;
      if (this.shows("units")) fleet.look(view); else fleet.counts.fill(0);
      const [kind, id] = this.scene.selected || [];
      const look = { palette, sprites: this.sprites, marks: text.marks };
      const { crowds, single } = this.divide(view, id);
      const incidents = this.shows("incidents") ? this.incidentsIn(view) : [];
      const many = single.length > MANY;
      const r = single.length > THRONG ? 3.5 : many || view.zoom < FAR ? 4.5 : view.zoom < 12 ? 7 : 8.5, sign = view.zoom < FAR ? 8 : 10;
      if (many) this.stampAll(view, single, r);
      const units = (many ? single.filter((slot) => this.standsOut(fleet.cards[slot], id)) : single).map((slot) => this.unit(slot, view));
      this.drawn = [...units, ...crowds, ...incidents];
      const chosen = this.drawn.find((it) => it.kind === kind && it.id === id);
      const reach = this.drawRings(view);
      this.drawHalos(view, units, chosen);
      if (this.shows("trail")) this.drawTrail(view);
      const notes = chosen ? this.drawTies(view, chosen) : [];
      notes.push(...this.drawRoute(view), ...reach);
      if (!many) this.drawUnits(view.ctx, units, r, look); else this.drawUnits(view.ctx, units, 7, look);
      for (const it of crowds) desk.crowd(view.ctx, it, look);
      this.drawIncidents(view.ctx, incidents, sign, look);
      if (chosen) {
        const ring = { x: chosen.x, y: chosen.cy, halo: (chosen.kind === "unit" ? r : sign) + 9 };
        desk.rings(view.ctx, [ring], palette.halo, 5);
        desk.rings(view.ctx, [ring], palette.selected, 3);
      }
      this.drawFound(view);
      this.many = many ? single : null;
      this.drawLabels(view, r, sign, chosen, notes);
    }

    standsOut(card, id) { return card.help || card.id === id || (this.scene.followed && this.scene.followed[1] === card.id); }

    divide(view, id) {
      const fleet = this.held.fleet;
      if (this.shows("counts") && view.zoom < CLOSE && fleet.seen > MANY) {
        return desk.gather(fleet, view, (card) => this.standsOut(card, id));
      }
      const single = [];
      fleet.each((slot) => single.push(slot));
      return { crowds: [], single };
    }

    stampAll(view, slots, r) {
      const { fleet, scene: { palette, now, stale_ms: limit } } = this.held, plate = this.plate;
      plate.begin(view.ctx, view.ratio, r);
      for (const slot of slots) {
        const age = now - fleet.at[slot], fade = age <= limit ? 0 : age <= 5 * limit ? 1 : 2;
        plate.stamp(fleet.cards[slot], fleet.heading[slot], fade, palette, fleet.x[slot], fleet.y[slot]);
      }
      plate.end(view.ctx);
    }

    // What is painted of one unit.
    unit(slot, view) {
      const { fleet, scene: { now, stale_ms: limit } } = this.held, card = fleet.cards[slot];
      const age = Math.max(0, now - fleet.at[slot]), stale = age > limit, heading = fleet.heading[slot], speed = fleet.speed[slot];
      const it = { kind: "unit", id: card.id, of: card, slot, x: fleet.x[slot], y: fleet.y[slot], cy: fleet.y[slot], age, stale, speed };
      it.heading = heading >= 0 && card.group !== "paused" ? heading : null;
      it.fade = stale ? Math.max(0.35, 0.75 - (0.1 * age) / limit) : 1;
      it.halo = this.halo(it, fleet.accuracy[slot], view.metre(fleet.wy[slot]));
      return it;
    }

    // How far (pixels) a unit may be from where it was: its accuracy, and its speed for as long as nothing was heard.
    halo({ of, age, speed }, accuracy, metre) {
      const pace = speed >= 0 ? Math.max(speed, 1) : SPEEDS[of.body] || SPEEDS.car;
      return Math.min(Math.max(Math.min((accuracy || 15) + (pace * age) / 1000, DRIFT) * metre, 14), 600);
    }

    drawHalos(view, units, chosen) {
      const { palette } = this.scene, stale = units.filter((it) => it.stale && it !== chosen).slice(0, HALOS);
      view.ctx.globalAlpha = 0.7;
      desk.rings(view.ctx, stale, palette.boundary, 1.2, units.length > MANY ? [] : [4, 4], 0.05);
      view.ctx.globalAlpha = 1;
      if (chosen && chosen.kind === "unit") desk.rings(view.ctx, [chosen], palette.selected, 1.2, [4, 4], 0.08);
    }

    drawUnits(ctx, units, r, look) {
      const { palette } = look, side = 4 * r + 8;
      for (const [key, some] of Map.groupBy(units.filter((it) => it.heading !== null), (it) => `${it.of.group} ${it.fade.toFixed(1)}`)) {
        ctx.globalAlpha = some[0].fade;
        desk.ticks(ctx, some, r, palette[key.split(" ")[0]], palette.halo);
      }
      for (const it of units) {
        const { body, group, status } = it.of, letter = look.marks[status] || "?";
        // Too small for a letter, a sign says by its inside what it means.
        const paint = r < 7 ? (c) => desk.far(c, body, group, r, null, palette) : (c) => desk.unit(c, it.of, letter, r, look);
        const sprite = look.sprites.of(`${body} ${group} ${letter} ${r}`, side, side, paint);
        ctx.globalAlpha = it.fade;
        desk.putText(ctx, sprite, it.x - side / 2, it.cy - side / 2);
      }
      ctx.globalAlpha = 1;
      const alarms = units.filter((it) => it.of.help);
      desk.rings(ctx, alarms.map((it) => ({ ...it, halo: r + 8 })), palette.alarm, 3);
    }

    drawIncidents(ctx, incidents, r, look) {
      const side = 2 * (r * 1.3 + 12);
      for (const it of incidents) {
        desk.stem(ctx, it, look);
        const sprite = look.sprites.of(`level ${it.level} ${it.look} ${r}`, side, side, (c) => desk.incident(c, it, r, look));
        desk.putText(ctx, sprite, it.x - side / 2, it.cy - side / 2);
      }
    }

    // What somebody looked for: a ring with a point in it, and its name.
    drawFound(view) {
      const { found, palette } = this.scene, c = view.ctx;
      if (!found) return;
      const p = view.pixel(desk.world(found.lon, found.lat));
      if (!view.sees(p, 200)) return;
      desk.rings(c, [{ ...p, halo: 11 }], palette.halo, 5);
      desk.rings(c, [{ ...p, halo: 11 }], palette.selected, 3);
      desk.place(c, p, 0, true, palette.selected);
      c.font = `bold 13px ${getComputedStyle(this.map.getContainer()).fontFamily}`;
      c.textAlign = "center";
      c.lineJoin = "round";
      c.lineWidth = 4;
      c.strokeStyle = palette.halo;
      c.fillStyle = palette.text;
      const name = cut(found.name, 40);
      c.strokeText(name, p.x, p.y - 18);
      c.fillText(name, p.x, p.y - 18);
    }

    drawTrail(view) {
      const { trail, palette } = this.scene, unit = trail && this.held.fleet.place(trail.id);
      if (!unit) return;
      const points = trail.points.map(([lon, lat]) => view.pixel(desk.world(lon, lat)));
      desk.trail(view.ctx, [...points, view.pixel(unit)], palette.selected);
    }

    // What is reached within some minutes: the largest area first, a dash of its own for each, its minutes at its edge.
    drawRings(view) {
      const { rings, palette, text } = this.scene;
      return (rings || []).map((ring, order) => ({ ...ring, order })).reverse().flatMap((ring) => {
        const lines = ring.outlines.map((line) => line.map(([lon, lat]) => view.pixel(desk.world(lon, lat))));
        desk.reach(view.ctx, lines, ring.order, palette);
        // One below, the next above, so that they do not meet.
        const side = ring.order % 2 ? -1 : 1, edge = 24;
        const seen = lines.flat().filter((p) => p.x > edge && p.y > edge && p.x < view.size.x - edge && p.y < view.size.y - edge);
        const at = seen.reduce((best, p) => (!best || p.y * side > best.y * side ? p : best), null);
        return at ? [{ from: at, to: at, words: text.ring.replace("%1", String(ring.minutes)) }] : [];
      });
    }

    // The way by road of a unit, and how long it is, in the middle of the part in sight.
    drawRoute(view) {
      const { route, palette } = this.scene;
      if (!route) return [];
      const points = route.points.map(([lon, lat]) => view.pixel(desk.world(lon, lat)));
      desk.route(view.ctx, points, palette.selected, palette.halo);
      const seen = points.filter((p) => p.x > 0 && p.y > 0 && p.x < view.size.x && p.y < view.size.y);
      const middle = seen[seen.length >> 1];
      return middle ? [{ from: middle, to: middle, words: route.words }] : [];
    }

    // From the chosen unit to its incident, from the chosen incident to its units, as the crow flies where no way by
    // road is shown; where the incident may be. Returns the lengths as words for the middle of the lines.
    drawTies(view, chosen) {
      const { palette, text, road_factor: factor } = this.scene, notes = [];
      const it = this.held.incidents.get(chosen.kind === "unit" ? chosen.of.job : chosen.id);
      if (!it) return notes;
      const here = view.pixel(it), metre = view.metre(it.wy);
      for (const id of chosen.kind === "unit" ? [chosen.id] : it.units) {
        const place = this.held.fleet.place(id), { route } = this.scene;
        if (!place || (route && route.unit === id && route.incident === it.id)) continue;
        const from = view.pixel(place), far = Math.hypot(from.x - here.x, from.y - here.y);
        desk.line(view.ctx, from, here, palette.selected, [8, 5]);
        const words = text.route.replace("%1", String(factor)).replace("%2", ((far / metre / 1000) * factor).toFixed(1));
        if (far > 60) notes.push({ from, to: here, words });
      }
      if (it.place && it.caller) desk.line(view.ctx, view.pixel(it.caller), here, palette.selected, [2, 4]);
      for (const [place, solid] of [[it.caller, false], [it.place, true]]) {
        if (place) desk.place(view.ctx, view.pixel(place), (place.accuracy || 0) * metre, solid, palette.selected);
      }
      return notes;
    }

    // Words beside what they name: the graver first; what finds no free side stays without, but for what must be read.
    drawLabels(view, r, sign, chosen, notes) {
      const { cells } = this;
      cells.clear(view.size);
      this.boxes = [];
      const reach = (it) => (it === chosen ? 10 : it.look === "waiting" || (it.of && it.of.help) ? 7 : 4) + (it.kind === "unit" ? (this.many ? 7 : r) : sign);
      this.drawn.forEach((it, n) => {
        const d = it.kind === "crowd" ? 20 : reach(it);
        cells.take(it.x - d, it.cy - d, it.x + d, it.cy + d, n + 1);
        it.owner = n + 1;
      });
      const rank = (it) => (it === chosen ? 0 : it.kind === "incident" ? 1 + (it.level || 5) : it.of.help ? 1 : RANKS[it.of.group] || 9);
      const ranked = this.drawn.filter((it) => it.kind !== "crowd").map((it) => [rank(it), it]).sort((a, b) => a[0] - b[0]);
      for (const [place, it] of ranked.slice(0, LABELS)) this.drawLabel(view, it, reach(it), place < 2, it === chosen);
      for (const note of notes.slice(0, 6)) this.drawNote(view, note);
    }

    drawLabel(view, it, reach, must, chosen) {
      const { lines, w, h } = this.words.measured(it, chosen);
      // Where it stood before; at first on the right, on the left where the unit's tick is on the right.
      const key = it.kind + it.id, east = it.heading > 30 && it.heading < 150;
      const before = this.sides.get(key) ?? (east ? 1 : 0);
      for (let n = 0; n < 4; n++) {
        const side = (before + n) % 4;
        const x = [it.x + reach, it.x - reach - w, it.x - w / 2, it.x - w / 2][side];
        const y = [it.cy - h / 2, it.cy - h / 2, it.cy + reach, it.cy - reach - h][side];
        const inside = x >= 0 && y >= 0 && x + w <= view.size.x && y + h <= view.size.y;
        if ((inside && this.cells.isFree(x, y, x + w, y + h, it.owner)) || (must && n === 3)) {
          this.sides.set(key, side);
          this.cells.take(x, y, x + w, y + h, it.owner);
          this.boxes.push({ x0: x, y0: y, x1: x + w, y1: y + h, it });
          this.words.put(view.ctx, lines, x, y);
          return;
        }
      }
    }

    // Words on a line: in its middle, else where there is room along it.
    drawNote(view, { from, to, words }) {
      const { palette } = this.scene, sprite = this.sprites.get(words, 12, true, palette.selected, palette.halo);
      for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
        const x = from.x + (to.x - from.x) * part - sprite.w / 2, y = from.y + (to.y - from.y) * part - sprite.h / 2;
        const inside = x >= 0 && y >= 0 && x + sprite.w <= view.size.x && y + sprite.h <= view.size.y;
        if (!inside || !this.cells.isFree(x, y, x + sprite.w, y + sprite.h, 0)) continue;
        this.cells.take(x, y, x + sprite.w, y + sprite.h, -1);
        desk.putText(view.ctx, sprite, x, y);
        return;
      }
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

    // Where a thing is drawn.
    spot(kind, id) {
      const it = this.drawn.find((one) => one.kind === kind && one.id === id);
      if (it) return { x: it.x, y: it.cy };
      const fleet = this.held.fleet, place = kind === "unit" && this.shows("units") && fleet.place(id);
      const p = place && this.view.pixel(place);
      return p && this.view.sees(p, 0) ? p : undefined;
    }

    // What is drawn at a point, the topmost first; words belong to what they name.
    at(x, y) {
      const near = (it, d) => Math.abs(it.x - x) <= d && Math.abs(it.cy - y) <= d;
      const found = this.drawn.filter((it) => near(it, it.kind === "crowd" ? 18 : 13)).reverse();
      const { fleet } = this.held, stamped = (this.many || []).filter((slot) => Math.abs(fleet.x[slot] - x) <= 6 && Math.abs(fleet.y[slot] - y) <= 6);
      for (const slot of stamped) {
        if (!found.some((it) => it.slot === slot)) found.push({ kind: "unit", id: fleet.cards[slot].id, of: fleet.cards[slot], slot });
      }
      for (const box of this.boxes) {
        if (x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1 && !found.includes(box.it)) found.push(box.it);
      }
      return found;
    }

    // What a rubber band holds; those who are in a crowd count one by one.
    within(x0, y0, x1, y1) {
      const inside = (x, y) => x >= x0 && x <= x1 && y >= y0 && y <= y1, { fleet } = this.held, found = [];
      fleet.each((slot, card) => { if (inside(fleet.x[slot], fleet.y[slot])) found.push({ kind: "unit", id: card.id }); });
      return found.concat(this.drawn.filter((it) => it.kind === "incident" && inside(it.x, it.cy)));
    }
  }

  Object.assign(desk, { Picture, cut, GROUPS });
})();
