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

  function body(c, unit, r) {
    (BODIES[unit.body] || BODIES.car)(c, unit.x, unit.y, r);
  }

  function outline(c, unit, r) {
    body(c, unit, r);
    if (unit.heading !== null && unit.group !== "paused") tick(c, unit.x, unit.y, r, unit.heading);
  }

  // Units of one group, near: each with its own edge, so that a crowd stays countable, and its letter.
  function unitsNear(c, units, r, look) {
    for (const unit of units) {
      const colour = look.palette[unit.group], hollow = unit.group === "paused";
      c.globalAlpha = unit.stale ? 0.55 : 1;
      c.beginPath();
      outline(c, unit, r);
      c.lineWidth = 4;
      c.strokeStyle = look.palette.halo;
      c.stroke();
      c.fillStyle = hollow ? look.palette.halo : colour;
      c.fill();
      if (hollow) { c.lineWidth = 2; c.strokeStyle = colour; c.stroke(); }
      const ink = hollow ? colour : inkOn(colour);
      putCentred(c, look.sprites.get(look.marks[unit.status] || "?", Math.round(r * 1.35), true, ink, ""), unit.x, unit.y);
    }
    c.globalAlpha = 1;
  }

  // Units of one group, far or many: one path for all, without a tick. Without a letter the group shows by what is inside the body.
  function unitsFar(c, units, r, group, look) {
    if (!units.length) return;
    const colour = look.palette[group];
    c.globalAlpha = units[0].stale ? 0.5 : 1;
    c.beginPath();
    for (const unit of units) body(c, unit, r);
    c.lineWidth = 2;
    c.strokeStyle = look.palette.halo;
    c.stroke();
    c.fillStyle = group === "paused" ? look.palette.halo : colour;
    c.fill();
    if (group === "paused") { c.lineWidth = 1.5; c.strokeStyle = colour; c.stroke(); }
    if (group === "scene") {
      c.beginPath();
      for (const unit of units) c.rect(unit.x - r * 0.4, unit.y - r * 0.4, r * 0.8, r * 0.8);
      c.fillStyle = look.palette.halo;
      c.fill();
    }
    c.globalAlpha = 1;
  }

  // Rings of radius `halo` around points.
  function rings(c, points, colour, width, dash) {
    if (!points.length) return;
    c.beginPath();
    for (const p of points) { c.moveTo(p.x + p.halo, p.y); c.arc(p.x, p.y, p.halo, 0, 2 * Math.PI); }
    c.setLineDash(dash || []);
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
    c.setLineDash([]);
  }

  // An incident stands on a stem above its point, so that it does not hide the units that come there.
  function incident(c, it, r, look) {
    const colour = it.level ? look.palette[`level${it.level}`] : look.palette.text;
    const sign = SIGNS[it.level] || BODIES.foot, hollow = it.look === "handled";
    c.beginPath();
    c.moveTo(it.x, it.y);
    c.lineTo(it.x, it.cy + r);
    c.lineWidth = 4;
    c.strokeStyle = look.palette.halo;
    c.stroke();
    c.lineWidth = 2;
    c.strokeStyle = colour;
    c.stroke();
    if (it.look === "waiting") {     // a second edge: nobody is on the way yet
      c.beginPath();
      sign(c, it.x, it.cy, r + 5);
      c.fillStyle = colour;
      c.fill();
    }
    c.beginPath();
    sign(c, it.x, it.cy, r + 2);
    c.fillStyle = look.palette.halo;
    c.fill();
    c.beginPath();
    sign(c, it.x, it.cy, r);
    c.fillStyle = hollow ? look.palette.halo : colour;
    c.fill();
    if (hollow) { c.lineWidth = 2; c.strokeStyle = colour; c.stroke(); }
    c.beginPath();
    c.arc(it.x, it.y, 3, 0, 2 * Math.PI);
    c.fillStyle = colour;
    c.fill();
    const letter = it.level ? String(it.level) : "?";
    putCentred(c, look.sprites.get(letter, 14, true, hollow ? colour : inkOn(colour), ""), it.x, it.cy);
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

  Object.assign(window.desk, { unitsNear, unitsFar, rings, incident, line, place, beats, putText: put });
})();
