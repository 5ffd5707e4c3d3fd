// What people drew: closures and cordons with their words, the stretches of road that are closed, the draft that is being named.
"use strict";

(() => {
  const desk = window.desk;
  const STEPS = 48;           // corners of a circle
  const LABELS_FROM = 11;     // zoom from which words stand at a drawing
  const REACH = 6;            // pixels around a line that belong to it
  const EARTH = 6371008.8;

  // A drawing with its corners as places of the world; a circle becomes a ring.
  function traced(it) {
    const ring = it.form === "circle" ? circle(it.points[0], it.radius) : it.points;
    const points = ring.map(([lon, lat]) => desk.world(lon, lat)), mean = (part) => points.reduce((sum, p) => sum + p[part], 0) / points.length;
    const middle = it.form === "line" ? points[points.length >> 1] : { wx: mean("wx"), wy: mean("wy") };
    return { ...it, kind: "marking", corners: points, middle };
  }

  function circle([lon, lat], radius) {
    const high = (radius / EARTH) * (180 / Math.PI), wide = high / Math.cos((lat * Math.PI) / 180);
    return Array.from({ length: STEPS }, (_, n) => {
      const a = (2 * Math.PI * n) / STEPS;
      return [lon + wide * Math.sin(a), lat + high * Math.cos(a)];
    });
  }

  const phase = ({ begins, ends }, now) => (now < begins ? "coming" : ends === null || now < ends ? "in_force" : "expired");

  function path(points, closed) {
    const made = new Path2D();
    points.forEach((p, n) => (n ? made.lineTo(p.x, p.y) : made.moveTo(p.x, p.y)));
    if (closed) made.closePath();
    return made;
  }

  function stroke(c, made, layers) {
    for (const [width, colour, dash] of layers) {
      c.lineWidth = width;
      c.strokeStyle = colour;
      c.setLineDash(dash || []);
      c.stroke(made);
    }
    c.setLineDash([]);
  }

  // A closure: a band of two colours like a barrier tape, grey where its time is over, thin where it is still to come.
  function closure(c, points, palette, state, closed = false) {
    const made = path(points, closed), colour = state === "expired" ? palette.paused : palette.alarm, wide = state === "in_force" ? 6 : 4;
    c.lineJoin = "round";
    if (closed && state !== "expired") { c.globalAlpha = 0.14; c.fillStyle = colour; c.fill(made); c.globalAlpha = 1; }
    stroke(c, made, [[wide + 3, palette.halo], [wide, colour, state === "coming" ? [3, 5] : []], ...(state === "coming" ? [] : [[wide - 2, palette.halo, [6, 8]]])]);
    return made;
  }

  // A cordon: a dashed edge around a tint.
  function cordon(c, points, palette, state) {
    const made = path(points, true), colour = state === "expired" ? palette.paused : palette.level2;
    c.lineJoin = "round";
    if (state !== "expired") { c.globalAlpha = 0.16; c.fillStyle = colour; c.fill(made); c.globalAlpha = 1; }
    stroke(c, made, [[5, palette.halo], [2.5, colour, state === "coming" ? [2, 5] : [9, 4]]]);
    return made;
  }

  // Arrows along a line: the way that is closed.
  function arrows(c, points, colour) {
    c.fillStyle = colour;
    for (let n = 1; n < points.length; n++) {
      const a = points[n - 1], b = points[n], far = Math.hypot(b.x - a.x, b.y - a.y);
      if (far < 24) continue;
      c.save();
      c.translate((a.x + b.x) / 2, (a.y + b.y) / 2);
      c.rotate(Math.atan2(b.y - a.y, b.x - a.x));
      c.beginPath();
      c.moveTo(10, 0);
      c.lineTo(-6, -8);
      c.lineTo(-6, 8);
      c.closePath();
      c.fill();
      c.restore();
    }
  }

  class Drawing {
    constructor(picture, cells) {
      this.picture = picture;
      this.cells = cells;
      this.shapes = [];       // what is drawn now, with where it is
      this.states = "";
    }

    get scene() { return this.picture.scene; }

    get markings() { return [...this.picture.held.markings.values()]; }

    aged(now) { return this.markings.map((it) => phase(it, now)).join() !== this.states; }

    draw(view, shown) {
      const { palette, closed, draft, now } = this.scene;
      this.shapes = [];
      this.states = this.markings.map((it) => phase(it, now)).join();
      if (shown) {
        for (const lines of Object.values(closed || {})) for (const line of lines) this.drawClosed(view, line, palette);
        for (const it of this.markings) this.drawMarking(view, it, phase(it, now));
        if (view.zoom >= LABELS_FROM) for (const shape of this.shapes) this.drawLabel(view, shape);
      }
      if (draft) this.drawDraft(view, traced(draft), palette);
    }

    // A stretch of road that is closed.
    drawClosed(view, line, palette) {
      const made = path(line.map(([lon, lat]) => view.pixel(desk.world(lon, lat))), false);
      view.ctx.lineJoin = "round";
      view.ctx.globalAlpha = 0.75;
      stroke(view.ctx, made, [[3.5, palette.alarm]]);
      view.ctx.globalAlpha = 1;
    }

    drawMarking(view, it, state) {
      const points = it.corners.map((p) => view.pixel(p)), { palette } = this.scene, area = it.form !== "line";
      const made = it.sort === "closure" ? closure(view.ctx, points, palette, state, area) : cordon(view.ctx, points, palette, state);
      if (it.one_way && state !== "expired") arrows(view.ctx, points, palette.alarm);
      this.shapes.push({ it, state, made, area, at: view.pixel(it.middle) });
    }

    drawDraft(view, it, palette) {
      const made = path(it.corners.map((p) => view.pixel(p)), it.form !== "line");
      stroke(view.ctx, made, [[6, palette.halo], [3.5, palette.selected, [8, 4]]]);
    }

    // Its words stand in the middle, whatever else is there: who drives must not miss them.
    drawLabel(view, shape) {
      const { it, state, at } = shape, { palette, text } = this.scene;
      if (!view.sees(at, 80)) return;
      const colour = state === "expired" ? palette.paused : it.sort === "closure" ? palette.alarm : palette.level2;
      const when = { coming: it.begin, in_force: it.until, expired: text.expired }[state];
      const sprites = [[it.title, 13, true, colour], [when, 11, true, palette.text]].filter(([words]) => words)
        .map(([words, size, bold, ink]) => this.picture.sprites.get(desk.cut(words, 36), size, bold, ink, palette.halo));
      const w = Math.max(...sprites.map((s) => s.w)), h = sprites.reduce((sum, s) => sum + s.h - 3, 6), x = at.x - w / 2, y = it.form === "line" ? at.y + 8 : at.y - h / 2;
      let top = y + 1;
      for (const sprite of sprites) { desk.putText(view.ctx, sprite, at.x - sprite.w / 2, top); top += sprite.h - 3; }
      this.cells.take(x - 3, y - 2, x + w + 3, y + h + 2, -1);
      shape.box = [x - 3, y - 2, x + w + 3, y + h + 2];
    }

    // What was drawn at a point, the smallest first.
    at(x, y) {
      const { ctx, ratio } = this.picture.view || {};
      if (!ctx) return [];
      const hit = ({ made, area, box }) => {
        if (box && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) return true;
        ctx.lineWidth = 2 * REACH;
        return ctx.isPointInStroke(made, x * ratio, y * ratio) || (area && ctx.isPointInPath(made, x * ratio, y * ratio));
      };
      return this.shapes.filter(hit).reverse().map(({ it }) => it);
    }
  }

  Object.assign(desk, { Drawing, traced, closure, cordon });
})();
