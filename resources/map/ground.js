// What lies under the live things and changes seldom: names, beats, police bodies, agencies, what people drew.
"use strict";

(() => {
  const desk = window.desk;
  const FROM = [7, 8, 9.5, 10.5];     // zooms from which names of a rank are written
  const BODIES_FROM = 10.5, BEATS_FROM = 11.5;

  class Ground {
    constructor(picture) {
      this.picture = picture;
      this.cells = new desk.Cells();
      this.drawing = new desk.Drawing(picture, this.cells);
    }

    // Whether something begins or ends by itself at this instant.
    aged(now) { return this.drawing.aged(now); }

    // What of it lies at a point, the topmost first.
    at(x, y) { return this.drawing.at(x, y); }

    draw() {
      const { picture } = this, { scene, held } = picture;
      if (!scene.palette.text) return;
      const view = picture.prepare(picture.names);
      this.cells.clear(view.size);
      if (picture.shows("coverage") && scene.coverage) this.drawCoverage(view, scene.coverage, scene.palette);
      if (picture.shows("beats")) this.drawBeats(view, held.beats, scene.palette);
      this.drawing.draw(view, picture.shows("markings"));
      if (picture.shows("bodies")) for (const body of held.bodies.values()) this.drawBody(view, body, scene.palette, desk.station);
      if (picture.shows("agencies")) for (const agency of held.agencies.values()) this.drawBody(view, agency, scene.palette, desk.agency);
      if (picture.shows("names")) for (const name of scene.names) this.drawName(view, name, scene.palette);
    }

    drawCoverage(view, { west, south, wide, high, cells }, palette) {
      const some = [];
      for (let n = 0; n < cells.length; n += 3) {
        const lon = west + cells[n] * wide, lat = south + cells[n + 1] * high;
        const a = view.pixel(desk.world(lon, lat + high)), b = view.pixel(desk.world(lon + wide, lat));
        if (view.sees(a, 200) || view.sees(b, 200)) some.push({ x: a.x, y: a.y, w: b.x - a.x, h: b.y - a.y, n: cells[n + 2] });
      }
      desk.squares(view.ctx, some, palette);
    }

    drawBeats(view, beats, palette) {
      const rings = [...beats.values()].map(({ ring }) => ring.map((p) => { const q = view.pixel(p); return [q.x, q.y]; }));
      desk.beats(view.ctx, rings, palette.boundary);
      if (view.zoom < BEATS_FROM) return;
      for (const { name, middle } of beats.values()) {
        const sprite = this.picture.sprites.get(name, 11, false, palette.text, palette.land);
        this.put(view, sprite, view.pixel(middle), 0.7);
      }
    }

    drawBody(view, body, palette, sign) {
      const p = view.pixel(body);
      if (view.zoom < BODIES_FROM || !view.sees(p, 20)) return;
      const r = view.zoom < 12 ? 4 : 6;
      sign(view.ctx, p.x, p.y, r, palette);
      this.cells.take(p.x - r, p.y - r, p.x + r, p.y + r, -1);
      if (view.zoom < 12) return;
      const sprite = this.picture.sprites.get(desk.cut(body.name, 24), 11, false, palette.text, palette.land);
      this.put(view, sprite, { x: p.x, y: p.y + r + sprite.h / 2 }, 0.9);
    }

    drawName(view, name, palette) {
      if (view.zoom < FROM[name.rank]) return;
      const p = view.pixel(desk.world(name.lon, name.lat));
      if (!view.sees(p, 100)) return;
      const area = name.rank < 2, size = [13, 14, 12, 11][name.rank];
      const sprite = this.picture.sprites.get(name.text, size, name.rank === 1, palette.text, palette.land);
      const at = area ? p : { x: p.x + 5 + sprite.w / 2, y: p.y };
      if (!this.put(view, sprite, at, area ? 0.55 : 0.75) || area) return;
      view.ctx.fillStyle = palette.text;
      view.ctx.fillRect(p.x - 1.5, p.y - 1.5, 3, 3);
    }

    // Writes around a point where nothing is written yet; tells whether there was room.
    put(view, sprite, { x, y }, alpha) {
      const x0 = x - sprite.w / 2, y0 = y - sprite.h / 2;
      if (!this.cells.isFree(x0 - 2, y0, x0 + sprite.w + 2, y0 + sprite.h, 0)) return false;
      this.cells.take(x0 - 2, y0, x0 + sprite.w + 2, y0 + sprite.h, -1);
      view.ctx.globalAlpha = alpha;
      desk.putText(view.ctx, sprite, x0, y0);
      view.ctx.globalAlpha = 1;
      return true;
    }
  }

  desk.Ground = Ground;
})();
