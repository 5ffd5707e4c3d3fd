// Words on the canvas: painted once each, put where they hide nothing, found again under the mouse.
"use strict";

(() => {
  const FONT = '"Noto Sans SC", sans-serif';
  const CELL = 32;
  const KEPT = 4000;

  // Boxes by grid cell: collisions of labels, and what lies under a point.
  class Grid {
    constructor() { this.cells = new Map(); }

    add(box) {
      const i1 = Math.floor(box.x1 / CELL), j1 = Math.floor(box.y1 / CELL);
      for (let i = Math.floor(box.x0 / CELL); i <= i1; i++) {
        for (let j = Math.floor(box.y0 / CELL); j <= j1; j++) {
          const there = this.cells.get(i * 8192 + j);
          if (there) there.push(box); else this.cells.set(i * 8192 + j, [box]);
        }
      }
    }

    // Whether the box touches none of those added, but for one of the same owner.
    isFree(x0, y0, x1, y1, owner) {
      const i1 = Math.floor(x1 / CELL), j1 = Math.floor(y1 / CELL);
      for (let i = Math.floor(x0 / CELL); i <= i1; i++) {
        for (let j = Math.floor(y0 / CELL); j <= j1; j++) {
          const there = this.cells.get(i * 8192 + j);
          if (!there) continue;
          for (const box of there) {
            if (x0 < box.x1 && x1 > box.x0 && y0 < box.y1 && y1 > box.y0 && box.owner !== owner) return false;
          }
        }
      }
      return true;
    }

    // All boxes at a point, the topmost first.
    at(x, y) {
      const there = this.cells.get(Math.floor(x / CELL) * 8192 + Math.floor(y / CELL)) || [];
      return there.filter((b) => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1).sort((a, b) => b.top - a.top);
    }
  }

  // Text with its halo on a small canvas of its own: stroking letters anew in each frame would cost most of the frame.
  class Sprites {
    constructor() { this.made = new Map(); this.edition = 0; this.measure = document.createElement("canvas").getContext("2d"); }

    // The edition tells those who keep a sprite that it is out of date.
    clear() { this.made.clear(); this.edition += 1; }

    get(text, size, bold, colour, halo) {
      const key = `${size}${bold}${colour}${halo}\n${text}`;
      let sprite = this.made.get(key);
      if (!sprite) {
        if (this.made.size > KEPT) this.made.clear();
        sprite = this.paint(text, size, bold, colour, halo);
        this.made.set(key, sprite);
      }
      return sprite;
    }

    paint(text, size, bold, colour, halo) {
      const font = `${bold ? "bold " : ""}${size}px ${FONT}`;
      const edge = halo ? 2 : 0;
      this.measure.font = font;
      const w = Math.ceil(this.measure.measureText(text).width) + 2 * edge;
      const h = Math.ceil(size * 1.3) + 2 * edge;
      const ratio = window.devicePixelRatio || 1;
      const canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.ceil(w * ratio));
      canvas.height = Math.max(1, Math.ceil(h * ratio));
      const ctx = canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      ctx.font = font;
      ctx.textBaseline = "alphabetic";
      const base = edge + size * 1.02;
      if (halo) {
        ctx.strokeStyle = halo;
        ctx.lineWidth = 2 * edge;
        ctx.lineJoin = "round";
        ctx.strokeText(text, edge, base);
      }
      ctx.fillStyle = colour;
      ctx.fillText(text, edge, base);
      return { canvas, w, h };
    }
  }

  function put(ctx, sprite, x, y) {
    ctx.drawImage(sprite.canvas, x, y, sprite.w, sprite.h);
  }

  function putCentred(ctx, sprite, x, y) {
    put(ctx, sprite, x - sprite.w / 2, y - sprite.h / 2);
  }

  // The ink that can be read on a colour (#rrggbb).
  function inkOn(colour) {
    const part = (at) => {
      const c = parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) > 0.18 ? "#000000" : "#ffffff";
  }

  // A point of the unit square of the Mercator map, from degrees.
  function world(lon, lat) {
    const s = Math.sin((lat * Math.PI) / 180);
    return { wx: lon / 360 + 0.5, wy: 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI) };
  }

  window.desk = { Grid, Sprites, put, putCentred, inkOn, world };
})();
