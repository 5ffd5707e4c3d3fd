// The words beside the things: made of sprites, measured once, made anew only when they change.
"use strict";

(() => {
  const desk = window.desk;

  class Words {
    constructor(picture) { this.picture = picture; }

    get scene() { return this.picture.scene; }

    put(ctx, lines, x, y) {
      for (const line of lines) {
        let at = x;
        for (const sprite of line) { desk.putText(ctx, sprite, at, y); at += sprite.w - 2; }
        y += line[0].h - 3;
      }
    }

    measured(it, chosen) {
      const key = it.of && !chosen && `${it.stale && this.age(it.age)}${this.picture.sprites.edition}`;
      if (key && it.of.key === key) return it.of.measured;
      const lines = this.lines(it, chosen);
      const w = Math.max(...lines.map((line) => line.reduce((sum, s) => sum + s.w - 2, 2)));
      const h = lines.reduce((sum, line) => sum + line[0].h - 3, 3);
      if (key) Object.assign(it.of, { key, measured: { lines, w, h } });
      return { lines, w, h };
    }

    // Lines of sprites: call sign and age of a unit, and all about the chosen one; class of an incident, address of the chosen one.
    lines(it, chosen) {
      const { palette } = this.scene, make = (...of) => this.picture.sprites.get(...of, palette.halo);
      if (it.kind === "unit") {
        const colour = it.of.help ? palette.alarm : palette.text;
        const sign = make(this.name(it), 12, chosen || it.of.help, colour);
        if (chosen) return [[sign], [make(this.about(it), 11, false, it.stale ? palette.level2 : palette.text)]];
        return [it.stale ? [sign, make(this.age(it.age), 11, true, palette.level2)] : [sign]];
      }
      const colour = it.level ? palette[`level${it.level}`] : palette.text;
      const lines = [[make(desk.cut(this.name(it), 20), 13, true, colour)]];
      if (chosen && it.detail) lines.push([make(desk.cut(it.detail, 48), 12, false, palette.text)]);
      return lines;
    }

    name(it) {
      const card = it.of || it;
      return (card.drill ? this.scene.text.drill : "") + (it.kind === "unit" ? card.sign : card.title);
    }

    // State, age of the position, speed: the second line of a unit.
    about(it) {
      const { text } = this.scene, kmh = Math.round(it.speed * 3.6);
      const parts = [text.states[it.of.status] || it.of.status, text.ago.replace("%1", this.span(it.age))];
      if (kmh >= 0) parts.push(text.speed.replace("%1", String(kmh)));
      return parts.join(" · ");
    }

    // As short as can be, beside a call sign.
    age(ms) {
      const { text } = this.scene, minutes = Math.floor(ms / 60000);
      if (minutes < 60) return text.minutes.replace("%1", minutes);
      return minutes < 2880 ? text.hours.replace("%1", Math.floor(minutes / 60)) : text.days.replace("%1", Math.floor(minutes / 1440));
    }

    span(ms) { return ms < 60000 ? this.scene.text.seconds.replace("%1", Math.floor(ms / 1000)) : this.age(ms); }
  }

  desk.Words = Words;
})();
