// The painters: what a unit, an incident, a beat and a name look like. They know colours and pixels, no state of their own.
"use strict";

(() => {
  const { put, putCentred, inkOn } = window.desk;

  // Outlines around (x, y) with half-width r, all clockwise, so that one path may hold many.
  const BODIES = {
    car: (c, x, y, r) => c.roundRect(x - r, y - r * 0.88, 2 * r, r * 1.76, r * 0.35),
    motorcycle: (c, x, y, r) => polygon(c, x, y, [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]], r),
    foot: (c, x, y, r) => { c.moveTo(x + r, y); c.arc(x, y, r, 0, 2 * Math.PI); },
    boat: (c, x, y, r) => polygon(c, x, y, [[-1.3, -0.75], [1.3, -0.75], [0.8, 0.95], [-0.8, 0.95]], r),
    drone: (c, x, y, r) => polygon(c, x, y, [[-0.6, -1.1], [0.6, -1.1], [1.2, 0], [0.6, 1.1], [-0.6, 1.1], [-1.2, 0]], r),
  };

  const STAR = Array.from({ length: 16 }, (_, n) => {
    const a = (n * Math.PI) / 8, r = n % 2 ? 0.98 : 1.28;
    return [r * Math.sin(a), -r * Math.cos(a)];
  });

  // Level 1 to 4 by shape as well as by number and colour.
  const SIGNS = {
    1: (c, x, y, r) => polygon(c, x, y, STAR, r),
    2: BODIES.motorcycle,
    3: (c, x, y, r) => c.rect(x - r * 0.95, y - r * 0.95, r * 1.9, r * 1.9),
    4: BODIES.foot,
  };

  function polygon(c, x, y, points, r) {
    points.forEach(([px, py], n) => (n ? c.lineTo(x + px * r, y + py * r) : c.moveTo(x + px * r, y + py * r)));
    c.closePath();
  }

  // A tick that points where the unit heads (degrees from north), clear of the body.
  function tick(c, x, y, r, heading) {
    const a = (heading * Math.PI) / 180, dx = Math.sin(a), dy = -Math.cos(a);
    const from = r * 1.3 + 1, to = from + Math.max(4.5, r * 0.7), half = Math.max(2.5, r * 0.5);
    c.moveTo(x + dx * from + dy * half, y + dy * from - dx * half);
    c.lineTo(x + dx * to, y + dy * to);
    c.lineTo(x + dx * from - dy * half, y + dy * from + dx * half);
    c.closePath();
  }

  // A unit with its letter around (0, 0); a paused one is hollow.
  function unit(c, { body, group }, letter, r, look) {
    const colour = look.palette[group], hollow = group === "paused";
    c.beginPath();
    (BODIES[body] || BODIES.car)(c, 0, 0, r);
    c.lineWidth = 4;
    c.strokeStyle = look.palette.halo;
    c.stroke();
    c.fillStyle = hollow ? look.palette.halo : colour;
    c.fill();
    if (hollow) { c.lineWidth = 2; c.strokeStyle = colour; c.stroke(); }
    putCentred(c, look.sprites.get(letter, Math.round(r * 1.35), true, hollow ? colour : inkOn(colour), ""), 0, 0);
  }

  // The ticks of many units of one colour, each clear of its body.
  function ticks(c, units, r, colour, halo) {
    c.beginPath();
    for (const it of units) tick(c, it.x, it.y, r, it.heading);
    c.lineWidth = 3;
    c.strokeStyle = halo;
    c.stroke();
    c.fillStyle = colour;
    c.fill();
  }

  // A unit without a letter around (0, 0): its state shows by what is inside the body too.
  function far(c, body, group, r, heading, palette) {
    const shape = BODIES[body] || BODIES.car, alpha = c.globalAlpha;
    c.beginPath();
    shape(c, 0, 0, r);
    if (heading !== null) tick(c, 0, 0, r, heading);
    c.globalAlpha = 1;
    c.lineWidth = 2.5;
    c.strokeStyle = palette.halo;
    c.stroke();
    c.globalAlpha = alpha;
    c.fillStyle = group === "paused" ? palette.halo : palette[group];
    c.fill();
    const inner = { paused: 0, scene: 0.42, moving: 0.3, alarm: 0.5 }[group];
    if (group === "paused") { c.lineWidth = 1.5; c.strokeStyle = palette[group]; c.stroke(); }
    if (!inner) return;
    c.beginPath();
    if (group === "scene") c.rect(-r * inner, -r * inner, 2 * r * inner, 2 * r * inner);
    else if (group === "moving") c.arc(0, 0, r * inner, 0, 2 * Math.PI);
    else polygon(c, 0, 0, [[-0.9, -0.25], [0.9, -0.25], [0.9, 0.25], [-0.9, 0.25]], r);
    c.fillStyle = palette.halo;
    c.fill();
  }

  // A crowd: how many, and in the ring how they are divided among the states, from the top clockwise.
  function crowd(c, it, look) {
    const r = it.n < 100 ? 15 : it.n < 1000 ? 18 : 21;
    c.beginPath();
    c.arc(it.x, it.y, r + 2, 0, 2 * Math.PI);
    c.fillStyle = look.palette.halo;
    c.fill();
    let from = -Math.PI / 2;
    it.by.forEach((n, order) => {
      if (!n) return;
      const to = from + (2 * Math.PI * n) / it.n;
      c.beginPath();
      c.arc(it.x, it.y, r - 1.5, from, to);
      c.lineWidth = 4;
      c.strokeStyle = look.palette[window.desk.GROUPS[order]];
      c.stroke();
      from = to;
    });
    putCentred(c, look.sprites.get(String(it.n), it.n < 100 ? 13 : 12, true, look.palette.text, ""), it.x, it.y);
  }

  // A police body: a house, so that it is taken for no unit.
  function station(c, x, y, r, palette) {
    c.beginPath();
    polygon(c, x, y, [[0, -1.3], [1.2, -0.3], [1.2, 1.1], [-1.2, 1.1], [-1.2, -0.3]], r);
    c.lineWidth = 3;
    c.strokeStyle = palette.halo;
    c.stroke();
    c.fillStyle = palette.text;
    c.fill();
    c.fillStyle = palette.halo;
    c.fillRect(x - r * 0.3, y + r * 0.25, r * 0.6, r * 0.85);
  }

  // A way that is to be driven: one line, set off from the ground by another below it.
  function route(c, points, colour, halo) {
    c.lineJoin = c.lineCap = "round";
    for (const [width, stroke] of [[7, halo], [4, colour]]) {
      c.lineWidth = width;
      c.strokeStyle = stroke;
      c.beginPath();
      points.forEach((p, k) => (k ? c.lineTo(p.x, p.y) : c.moveTo(p.x, p.y)));
      c.stroke();
    }
    c.lineCap = "butt";
  }

  // What is reached in time: outlines, holes among them, faint within; the longer the time the more broken the line.
  function reach(c, lines, order, palette) {
    c.beginPath();
    for (const line of lines) {
      // The first point is the last one again; corners are those of cells, not of anything on the ground.
      line.slice(1).forEach((p, k) => {
        const before = line[k], middle = { x: (before.x + p.x) / 2, y: (before.y + p.y) / 2 };
        if (k) c.arcTo(before.x, before.y, middle.x, middle.y, 7); else c.moveTo(middle.x, middle.y);
      });
      const [first, second] = line;
      c.arcTo(first.x, first.y, (first.x + second.x) / 2, (first.y + second.y) / 2, 7);
      c.closePath();
    }
    c.globalAlpha = 0.07;
    c.fillStyle = palette.text;
    c.fill("evenodd");
    c.globalAlpha = 1;
    c.lineJoin = "round";
    for (const [width, stroke, dash] of [[4, palette.halo, []], [1.8, palette.text, [[], [9, 4], [2, 3]][order % 3]]]) {
      c.lineWidth = width;
      c.strokeStyle = stroke;
      c.setLineDash(dash);
      c.stroke();
    }
    c.setLineDash([]);
  }

  // A linked agency: a square on its corner with a cross, neither a unit nor a police body.
  function agency(c, x, y, r, palette) {
    c.beginPath();
    polygon(c, x, y, [[0, -1.4], [1.4, 0], [0, 1.4], [-1.4, 0]], r);
    c.lineWidth = 3;
    c.strokeStyle = palette.halo;
    c.stroke();
    c.fillStyle = palette.text;
    c.fill();
    c.fillStyle = palette.halo;
    c.fillRect(x - r * 0.7, y - r * 0.16, r * 1.4, r * 0.32);
    c.fillRect(x - r * 0.16, y - r * 0.7, r * 0.32, r * 1.4);
  }

  // Where a unit has been, the older the thinner.
  function trail(c, points, colour) {
    c.strokeStyle = colour;
    c.lineJoin = "round";
    const part = Math.max(1, Math.ceil(points.length / 4));
    for (let from = 0, n = 1; from < points.length - 1; from += part, n++) {
      c.beginPath();
      points.slice(from, from + part + 1).forEach((p, k) => (k ? c.lineTo(p.x, p.y) : c.moveTo(p.x, p.y)));
      c.globalAlpha = 0.3 + 0.15 * n;
      c.lineWidth = 1.5 + 0.5 * n;
      c.stroke();
    }
    c.globalAlpha = 1;
  }

  // Rings of radius `halo` around points.
  function rings(c, points, colour, width, dash, fill) {
    if (!points.length) return;
    c.beginPath();
    for (const p of points) { c.moveTo(p.x + p.halo, p.y); c.arc(p.x, p.y, p.halo, 0, 2 * Math.PI); }
    if (fill) { const alpha = c.globalAlpha; c.globalAlpha = fill; c.fillStyle = colour; c.fill(); c.globalAlpha = alpha; }
    c.setLineDash(dash || []);
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
    c.setLineDash([]);
  }

  // The sign of an incident around (0, 0): shape and number say the level, a second edge that nobody is on the way yet.
  function incident(c, it, r, look) {
    const colour = it.level ? look.palette[`level${it.level}`] : look.palette.text;
    const sign = SIGNS[it.level] || BODIES.foot, hollow = it.look === "handled";
    const fill = (edge, with_) => { c.beginPath(); sign(c, 0, 0, r + edge); c.fillStyle = with_; c.fill(); };
    if (it.look === "waiting") { fill(7, look.palette.halo); fill(5, colour); }
    fill(2, look.palette.halo);
    fill(0, hollow ? look.palette.halo : colour);
    if (hollow) { c.lineWidth = 2; c.strokeStyle = colour; c.stroke(); }
    const letter = it.level ? String(it.level) : "?";
    putCentred(c, look.sprites.get(letter, 14, true, hollow ? colour : inkOn(colour), ""), 0, 0);
  }

  // An incident stands on a stem above its point, so that it does not hide the units that come there.
  function stem(c, it, look) {
    const colour = it.level ? look.palette[`level${it.level}`] : look.palette.text;
    for (const [width, with_] of [[4, look.palette.halo], [2, colour]]) {
      c.beginPath();
      c.moveTo(it.x, it.y);
      c.lineTo(it.x, it.cy);
      c.lineWidth = width;
      c.strokeStyle = with_;
      c.stroke();
    }
    c.beginPath();
    c.arc(it.x, it.y, 3, 0, 2 * Math.PI);
    c.fillStyle = colour;
    c.fill();
  }

  function line(c, from, to, colour, dash) {
    c.beginPath();
    c.moveTo(from.x, from.y);
    c.lineTo(to.x, to.y);
    c.setLineDash(dash);
    c.lineWidth = 2.5;
    c.strokeStyle = colour;
    c.stroke();
    c.setLineDash([]);
  }

  // A place of the selected incident with the circle it may lie in: the picked one solid, the caller's hollow.
  function place(c, at, radius, solid, colour) {
    if (radius > 8) {
      c.beginPath();
      c.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      c.globalAlpha = 0.1;
      c.fillStyle = colour;
      c.fill();
      c.globalAlpha = 0.7;
      c.setLineDash([3, 3]);
      c.lineWidth = 1;
      c.strokeStyle = colour;
      c.stroke();
      c.setLineDash([]);
      c.globalAlpha = 1;
    }
    c.beginPath();
    c.arc(at.x, at.y, 5, 0, 2 * Math.PI);
    c.fillStyle = colour;
    c.lineWidth = 2.5;
    c.strokeStyle = colour;
    if (solid) c.fill(); else c.stroke();
  }

  function beats(c, rings_, colour) {
    c.beginPath();
    for (const ring of rings_) {
      ring.forEach(([x, y], n) => (n ? c.lineTo(x, y) : c.moveTo(x, y)));
      c.closePath();
    }
    c.lineWidth = 1;
    c.globalAlpha = 0.8;
    c.setLineDash([6, 2]);
    c.strokeStyle = colour;
    c.stroke();
    c.setLineDash([]);
    c.globalAlpha = 1;
  }

  // Squares of the ground: hatched where nobody is in time, plain where one unit is. Shape as well as colour tells them apart.
  function squares(c, some, palette) {
    for (const [count, colour, alpha] of [[0, palette.alarm, 0.3], [1, palette.paused, 0.22]]) {
      c.fillStyle = c.strokeStyle = colour;
      c.lineWidth = 1;
      c.globalAlpha = alpha;
      c.beginPath();
      for (const { x, y, w, h, n } of some) if (n === count) c.rect(x, y, w, h);
      c.fill();
      if (count) continue;
      c.globalAlpha = 0.55;
      c.beginPath();
      for (const { x, y, w, h, n } of some) if (n === count && w > 4) { c.moveTo(x, y + h); c.lineTo(x + w, y); }
      c.stroke();
    }
    c.globalAlpha = 1;
  }

  Object.assign(window.desk, { squares, unit, ticks, far, crowd, station, agency, trail, route, reach, rings, incident, stem, line, place, beats, putText: put });
})();
