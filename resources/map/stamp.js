// Signs of many units, put into the picture as pixels: the canvas itself would take ten times as long for ten thousand.
"use strict";

(() => {
  const desk = window.desk;
  const WAYS = 8, FADES = [1, 0.6, 0.35];     // directions told apart, and how faint an old position is

  // The pixels of each sign: their places in a picture of some width, and their colours. Found by number: ten thousand
  // look-ups by text would take longer than the painting.
  class Stamps {
    constructor() { this.clear(); }

    clear(r, width) {
      this.made = [];
      this.r = r;
      this.width = width;
    }

    get(card, heading, fade, palette) {
      const way = heading >= 0 && card.order > 0 ? Math.round(heading / (360 / WAYS)) % WAYS : -1;
      const number = ((card.look * (WAYS + 1)) + way + 1) * FADES.length + fade;
      return this.made[number] || (this.made[number] = this.make(card, way, FADES[fade], palette));
    }

    make(card, way, alpha, palette) {
      const { r, width } = this;
      const side = 2 * Math.ceil(r * 3.2) + 1, ctx = desk.blank(side, side);
      ctx.translate(side / 2, side / 2);
      ctx.globalAlpha = alpha;
      desk.far(ctx, card.body, card.group, r, way < 0 ? null : (way * 360) / WAYS, palette);
      const { data, width: w, height: h } = ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height);
      const pixels = new Uint32Array(data.buffer), places = [], colours = [];
      for (let at = 0; at < pixels.length; at++) {
        // Only what is more than a trace: pixels replace one another, they do not mix.
        if (data[4 * at + 3] < 80 * alpha) continue;
        places.push((Math.floor(at / w) - (h >> 1)) * width + (at % w) - (w >> 1));
        colours.push(pixels[at]);
      }
      return { places: Int32Array.from(places), colours: Uint32Array.from(colours), half: w >> 1 };
    }
  }

  // A picture that stamps are put into, as wide as the canvas and with a margin, so that no stamp needs to be cut.
  class Plate {
    constructor() { this.stamps = new Stamps(); this.w = this.h = 0; }

    begin(ctx, ratio, r) {
      const { width, height } = ctx.canvas, margin = Math.ceil(80 * ratio);
      if (this.w !== width || this.h !== height || this.margin !== margin) {
        [this.w, this.h, this.margin] = [width, height, margin];
        this.width = width + 2 * margin;
        this.image = new ImageData(this.width, height + 2 * margin);
        this.pixels = new Uint32Array(this.image.data.buffer);
        this.stamps.clear(r, this.width);
      } else {
        this.pixels.fill(0);
      }
      if (this.stamps.r !== r) this.stamps.clear(r, this.width);
      this.ratio = ratio;
    }

    stamp(card, heading, fade, palette, x, y) {
      const { places, colours } = this.stamps.get(card, heading, fade, palette), pixels = this.pixels;
      const at = (Math.round(y * this.ratio) + this.margin) * this.width + Math.round(x * this.ratio) + this.margin;
      for (let n = 0; n < colours.length; n++) pixels[at + places[n]] = colours[n];
    }

    end(ctx) { ctx.putImageData(this.image, -this.margin, -this.margin, this.margin, this.margin, this.w, this.h); }
  }

  window.desk.Plate = Plate;
})();
