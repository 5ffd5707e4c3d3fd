// What stands beside the picture: the tip under the mouse, who is followed, the place under the pointer, the legend. Text is text, never markup.
"use strict";

(() => {
  const desk = window.desk;
  const WIDE = 54, HIGH = 26;         // pixels of a sign in the legend

  function box(kind, parent) {
    const made = document.createElement("div");
    made.className = kind;
    parent.appendChild(made);
    return made;
  }

  function say(where, lines) {
    where.replaceChildren(...lines.map((text, n) => {
      const line = document.createElement(n ? "span" : "b");
      line.textContent = text;
      return line;
    }));
  }

  class Panel {
    constructor(live) {
      this.live = live;
      const container = live.map.getContainer();
      this.tip = box("tip", container);
      this.chip = box("chip", container);
      this.legend = box("legend", container);
      this.facts = box("facts", container);
      // What is said of a thing may be long: it scrolls without the map.
      L.DomEvent.disableScrollPropagation(this.facts);
      L.DomEvent.disableClickPropagation(this.facts);
      this.legend.tabIndex = -1;
    }

    // The tip of what lies under the mouse, none without.
    hint(it, x, y) {
      this.tip.classList.toggle("shown", Boolean(it));
      if (!it) return;
      say(this.tip, this.lines(it));
      const size = this.live.map.getSize(), { offsetWidth: w, offsetHeight: h } = this.tip;
      this.tip.style.left = `${x + 14 + w > size.x ? Math.max(0, x - 14 - w) : x + 14}px`;
      this.tip.style.top = `${y + 14 + h > size.y ? Math.max(0, y - 14 - h) : y + 14}px`;
    }

    // What an overlay says of a thing: the layer's name, then a line a fact; nothing hides it.
    tell(hit) {
      this.facts.classList.toggle("shown", Boolean(hit));
      if (hit) say(this.facts, [hit[0], ...Object.entries(hit[1] || {}).map(([name, value]) => `${name}: ${value}`)]);
    }

    lines(it) {
      const { scene: { text }, picture: { words } } = this.live;
      if (it.kind === "crowd") {
        const some = it.by.map((n, order) => n && `${text.groups[desk.GROUPS[order]]} ${n}`).filter(Boolean);
        return [text.crowd.replace("%1", String(it.n)), ...some];
      }
      if (it.kind === "unit") {
        const full = it.age === undefined ? this.live.picture.unit(it.slot, this.live.picture.view) : it;
        return [words.name(full), words.about(full)];
      }
      if (it.lines) return it.lines;
      const level = it.level ? text.level.replace("%1", String(it.level)) : text.no_level;
      return [`${level} ${words.name(it)}`, it.detail, text.looks[it.look]].filter(Boolean);
    }

    follow(name) {
      this.chip.classList.toggle("shown", Boolean(name));
      this.chip.textContent = name ? this.live.scene.text.following.replace("%1", name) : "";
    }

    // Every sign with its word, made by the painters themselves, so that the legend cannot disagree with the map.
    drawLegend() {
      const { scene } = this.live;
      this.legend.classList.toggle("shown", Boolean(scene.legend));
      if (!scene.legend || !scene.palette.text || !scene.text.legend) return;
      const look = { palette: scene.palette, sprites: this.live.picture.sprites, marks: scene.text.marks };
      const signs = this.signs(look);
      this.legend.replaceChildren();
      for (const [title, rows] of scene.text.legend) {
        const head = document.createElement("b");
        head.textContent = title;
        this.legend.appendChild(head);
        for (const [sign, word] of rows) this.legend.appendChild(this.row(signs[sign], word));
      }
    }

    row(paint, word) {
      const row = document.createElement("span"), ctx = desk.blank(WIDE, HIGH), text = document.createElement("i");
      Object.assign(ctx.canvas.style, { width: `${WIDE}px`, height: `${HIGH}px` });
      ctx.translate(WIDE / 2, HIGH / 2);
      paint(ctx);
      text.textContent = word;
      row.append(ctx.canvas, text);
      return row;
    }

    // What paints each sign around (0, 0), by its name.
    signs(look) {
      const { palette } = look, car = (group, body = "car") => ({ body, group }), signs = {};
      for (const group of desk.GROUPS) signs[group] = (c) => { c.translate(-11, 0); desk.unit(c, car(group), "", 8, look); c.translate(21, 0); desk.far(c, "car", group, 4.5, 90, palette); };
      for (const [status, mark] of Object.entries(look.marks)) signs[`mark ${status}`] = (c) => desk.unit(c, car(this.live.scene.text.group_of[status]), mark, 9, look);
      for (const body of ["car", "motorcycle", "foot", "boat", "drone"]) signs[body] = (c) => desk.unit(c, car("free", body), "", 8, look);
      for (const level of [1, 2, 3, 4]) signs[`level ${level}`] = (c) => desk.incident(c, { level, look: "served" }, 9, look);
      signs["level none"] = (c) => desk.incident(c, { level: null, look: "served" }, 9, look);
      for (const kind of ["waiting", "served", "handled"]) signs[kind] = (c) => desk.incident(c, { level: 3, look: kind }, 7, look);
      signs.old = (c) => { desk.rings(c, [{ x: 0, y: 0, halo: 12 }], palette.boundary, 1.2, [4, 4], 0.05); c.globalAlpha = 0.5; desk.unit(c, car("free"), "", 6, look); };
      signs.crowd = (c) => { c.scale(0.72, 0.72); desk.crowd(c, { x: 0, y: 0, n: 47, by: [5, 22, 8, 12, 0] }, look); };
      signs.body = (c) => desk.station(c, 0, 0, 6, palette);
      signs.agency = (c) => desk.agency(c, 0, 0, 6, palette);
      signs.beat = (c) => desk.beats(c, [[[-14, -8], [14, -8], [10, 9], [-14, 8]]], palette.boundary);
      signs.closure = (c) => desk.closure(c, [{ x: -20, y: 4 }, { x: 20, y: -4 }], palette, "in_force");
      signs.cordon = (c) => desk.cordon(c, [{ x: -18, y: -9 }, { x: 18, y: -7 }, { x: 14, y: 9 }, { x: -16, y: 8 }], palette, "in_force");
      signs.expired = (c) => desk.closure(c, [{ x: -20, y: 4 }, { x: 20, y: -4 }], palette, "expired");
      signs.bare = (c) => desk.squares(c, [{ x: -10, y: -6, w: 12, h: 12, n: 0 }], palette);
      signs.thin = (c) => desk.squares(c, [{ x: -10, y: -6, w: 12, h: 12, n: 1 }], palette);
      signs.trail = (c) => desk.trail(c, [{ x: -18, y: 6 }, { x: -8, y: -2 }, { x: 2, y: 4 }, { x: 18, y: -6 }], palette.selected);
      signs.reach = (c) => {
        for (const [order, wide, high] of [[1, 18, 9], [0, 9, 5]]) {
          desk.reach(c, [[[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => ({ x: x * wide, y: y * high }))], order, palette);
        }
      };
      signs.way = (c) => desk.route(c, [{ x: -18, y: 6 }, { x: -4, y: 6 }, { x: -4, y: -6 }, { x: 18, y: -6 }], palette.selected, palette.halo);
      signs.route = (c) => desk.line(c, { x: -20, y: 0 }, { x: 20, y: 0 }, palette.selected, [8, 5]);
      signs.chosen = (c) => desk.rings(c, [{ x: 0, y: 0, halo: 10 }], palette.selected, 3);
      return signs;
    }
  }

  desk.Panel = Panel;
})();
