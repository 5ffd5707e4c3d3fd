// The pen: draws a line, an area or a circle point by point, by mouse or by key, and hands it to the desk when it is finished.
"use strict";

(() => {
  const desk = window.desk;
  const LEAST = { line: 2, area: 3, circle: 2 };

  class Pen extends desk.Measure {
    get on() { return Boolean(this.live.scene.drawing); }

    get forms() { return this.live.scene.drawing.forms; }

    turn() {
      this.form = this.on ? this.forms[0] : null;
      this.loose = null;
      super.turn();
    }

    // A circle is its middle and one point of its rim: a third point takes the place of the second.
    add(latlng) {
      if (this.form === "circle" && this.points.length === 2) this.points.pop();
      super.add(latlng);
    }

    // Another form of the same points.
    next() {
      this.form = this.forms[(this.forms.indexOf(this.form) + 1) % this.forms.length];
      if (this.form === "circle") this.points.length = Math.min(this.points.length, 2);
      this.draw();
    }

    // What is under the pointer, or under the cross, shows what one more point would make of it.
    follow(latlng) { this.loose = latlng; this.draw(); }

    get radius() { return this.form === "circle" && this.points.length === 2 ? desk.measured.far(...this.points) : 0; }

    // A double click was one click more than is meant.
    finish(doubled = false) {
      const [before, last] = this.points.slice(-2);
      if (doubled && last && desk.measured.far(before, last) < 1) this.points.pop();
      if (this.points.length < LEAST[this.form]) return;
      const points = (this.form === "circle" ? this.points.slice(0, 1) : this.points).map(({ lat, lng }) => [lng, lat]);
      this.live.bridge.outline(this.form, JSON.stringify(points), this.radius);
    }

    draw() {
      super.draw();
      if (!this.on || !this.points.length) return;
      const colour = this.live.scene.palette.selected, look = { renderer: this.renderer, pane: desk.Measure.PANE, interactive: false, color: colour, weight: 2, fill: false };
      const last = this.points[this.points.length - 1], rim = this.points[1] || this.loose;
      if (this.form === "circle" && rim) this.drawn.addLayer(L.circle(this.points[0], { ...look, radius: Math.max(1, desk.measured.far(this.points[0], rim)), fill: true, fillColor: colour, fillOpacity: 0.12 }));
      else if (this.loose) this.drawn.addLayer(L.polyline([last, this.loose], { ...look, dashArray: "4 5" }));
    }

    get filled() { return this.form === "area"; }

    words() {
      const { text, drawing } = this.live.scene, long = this.points.length ? this.lengths() : "";
      return [text.drawing[drawing.sort].replace("%1", text.forms[this.form]), long, text.drawing.keys].filter(Boolean).join(" · ");
    }

    lengths() {
      const { text } = this.live.scene;
      return this.form === "circle" ? text.radius.replace("%1", this.long(this.radius)) : text.measured.replace("%1", this.long(desk.measured.length(this.points)));
    }
  }

  desk.Pen = Pen;
})();
