// Words and signs on the canvas: painted once each, put where they hide nothing.
"use strict";

(() => {
  const FONT = '"Noto Sans SC", sans-serif';
  const CELL = 5;
  const KEPT = 4000;

  // What is taken of the picture, in cells of a few pixels, each with the number of its owner: where a word may still go.
  class Cells {
    constructor() { this.owner = new Int32Array(0); }

    clear({ x, y }) {
      this.cols = Math.ceil(x / CELL) + 1;
      this.rows = Math.ceil(y / CELL) + 1;
      if (this.owner.length < this.cols * this.rows) this.owner = new Int32Array(this.cols * this.rows);
      else this.owner.fill(0);
    }

    take(x0, y0, x1, y1, owner) {
      const i1 = Math.min(this.cols - 1, Math.floor(x1 / CELL)), j1 = Math.min(this.rows - 1, Math.floor(y1 / CELL));
      for (let j = Math.max(0, Math.floor(y0 / CELL)); j <= j1; j++) {
        for (let i = Math.max(0, Math.floor(x0 / CELL)); i <= i1; i++) this.owner[j * this.cols + i] = owner;
      }
    }

    // Whether the box touches nothing but what is of the same owner.
    isFree(x0, y0, x1, y1, owner) {
      const i1 = Math.min(this.cols - 1, Math.floor(x1 / CELL)), j1 = Math.min(this.rows - 1, Math.floor(y1 / CELL));
      for (let j = Math.max(0, Math.floor(y0 / CELL)); j <= j1; j++) {
        for (let i = Math.max(0, Math.floor(x0 / CELL)); i <= i1; i++) {
          const there = this.owner[j * this.cols + i];
          if (there && there !== owner) return false;
        }
      }
      return true;
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

    // A sprite of w x h that a painter draws around its middle, once for each key.
    of(key, w, h, paint) {
      let sprite = this.made.get(key);
      if (!sprite) {
        const ctx = blank(w, h);
        ctx.translate(w / 2, h / 2);
        paint(ctx);
        sprite = { canvas: ctx.canvas, w, h };
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
      const ctx = blank(w, h);
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
      return { canvas: ctx.canvas, w, h };
    }
  }

  // A context of w x h as the screen counts pixels.
  function blank(w, h) {
    const ratio = window.devicePixelRatio || 1, canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.ceil(w * ratio));
    canvas.height = Math.max(1, Math.ceil(h * ratio));
    const ctx = canvas.getContext("2d", { willReadFrequently: true });
    ctx.scale(ratio, ratio);
    return ctx;
  }

  // On whole pixels: between them every edge would blur.
  function put(ctx, sprite, x, y) {
    ctx.drawImage(sprite.canvas, Math.round(x), Math.round(y), sprite.w, sprite.h);
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

  window.desk = { Cells, Sprites, blank, put, putCentred, inkOn, world };
})();
