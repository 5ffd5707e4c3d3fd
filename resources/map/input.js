// What people do on the map: click, pick a place, draw a rubber band, press Esc. All of it is told to the desk, nothing is kept.
"use strict";

(() => {
  // By the place of the key, so that an input method that is on does not swallow it.
  const WALKS = { KeyU: "unit", KeyN: "incident" };

  class Input {
    constructor(live) {
      this.live = live;
      this.map = live.map;
      this.box = this.map.getContainer();
      this.map.on("click", (e) => this.click(e));
      this.map.on("dblclick", () => this.closeShape());
      this.map.on("mousemove", (e) => this.hover(e.containerPoint, e.latlng));
      this.map.on("mouseout", () => this.live.panel.hint(null));
      this.map.on("move zoom", () => this.live.panel.hint(null));
      // Who takes the map in hand does not want it to run after somebody.
      this.map.on("dragstart", () => this.letGo());
      this.box.addEventListener("mousedown", (e) => this.press(e));
      document.addEventListener("mousemove", (e) => this.stretch(e));
      document.addEventListener("mouseup", (e) => this.release(e));
      document.addEventListener("keydown", (e) => this.key(e));
      // Leaflet's keys work on its own element; the desk can only give focus to the window.
      this.box.focus({ preventScroll: true });
      window.addEventListener("focus", () => this.box.focus({ preventScroll: true }));
    }

    click({ containerPoint: p, latlng }) {
      const hit = this.live.overlays.take();
      this.live.panel.tell(null);
      if (this.banded) return;
      if (this.live.scene.picking) { this.live.bridge.pick(latlng.lng, latlng.lat); return; }
      if (this.live.tool) { this.live.tool.add(latlng); return; }
      const here = this.things(p);
      if (!here.length) {
        if (hit) this.live.panel.tell(hit);
        return;
      }
      // Clicking a pile again goes on to the next one below.
      const [kind, id] = this.live.scene.selected || [];
      const chosen = here.findIndex((it) => it.kind === kind && it.id === id);
      const next = here[(chosen + 1) % here.length];
      if (next.kind === "crowd") this.map.setView(latlng, Math.min(this.map.getZoom() + 2, 18), { animate: false });
      else this.live.bridge.click(next.kind, next.id);
    }

    // What is at a point: live things before what lies below them.
    things(p) {
      const live = this.live.picture.at(p.x, p.y);
      return live.length ? live : this.live.ground.at(p.x, p.y);
    }

    closeShape() {
      if (!this.live.pen.on) return;
      this.live.pen.finish(true);
    }

    hover(p, latlng) {
      if (this.live.pen.on) this.live.pen.follow(latlng);
      const over = this.live.scene.picking || this.live.tool ? null : this.things(p)[0];
      this.box.classList.toggle("pointing", Boolean(over));
      this.live.panel.hint(over, p.x, p.y);
      this.live.sayPlace(latlng);
    }

    letGo() {
      if (this.live.scene.followed) this.live.bridge.release();
    }

    // The next or the last thing of a kind in view, from the middle outwards: for those without a mouse.
    walk(kind, step) {
      const { picture, map, scene } = this.live, size = map.getSize(), all = picture.within(0, 0, size.x, size.y).filter((it) => it.kind === kind);
      if (!all.length) return;
      const far = (it) => { const p = picture.spot(kind, it.id); return p ? Math.hypot(p.x - size.x / 2, p.y - size.y / 2) : 1e9; };
      const key = all.map((it) => it.id).sort().join();
      // The order stands as long as the same things are in view: they move while one walks.
      if (this.walked !== key) {
        this.walked = key;
        this.order = all.map((it) => [far(it), it.id]).sort((a, b) => a[0] - b[0]).map(([, id]) => id);
      }
      const [chosenKind, id] = scene.selected || [], at = chosenKind === kind ? this.order.indexOf(id) : -1;
      const next = at < 0 && step < 0 ? this.order.length - 1 : (at + step + this.order.length) % this.order.length;
      this.live.bridge.click(kind, this.order[next]);
    }

    key(e) {
      if (e.key === "Enter" && this.live.scene.picking) {
        // The arrows move the map under the cross; Enter takes what is beneath it.
        const { lng, lat } = this.map.getCenter();
        this.live.bridge.pick(lng, lat);
        return;
      }
      if (this.live.tool && this.toolKey(e)) return;
      const kind = WALKS[e.code];
      if (kind && !e.ctrlKey && !e.altKey && !e.metaKey && !this.live.scene.picking) {
        this.walk(kind, e.shiftKey ? -1 : 1);
        return;
      }
      if (e.key.startsWith("Arrow")) this.letGo();
      if (e.key !== "Escape") return;
      this.live.panel.tell(null);
      if (this.band) this.drop();
      else if (this.live.scene.picking) this.live.bridge.cancel();
    }

    // Enter takes the point under the cross, Backspace takes the last one back, Esc ends; with the pen Space finishes and
    // F takes another form. Tells whether the key was one of these.
    toolKey({ key, code }) {
      const { tool, pen, bridge } = this.live;
      if (key === "Enter") tool.add(this.map.getCenter());
      else if (key === "Backspace" || key === "Delete") tool.undo();
      else if (key === "Escape") { if (tool === pen) bridge.cancel(); else bridge.measured(); }
      else if (tool === pen && code === "Space") pen.finish();
      else if (tool === pen && code === "KeyF") pen.next();
      else return Boolean(WALKS[code]);
      return true;
    }

    // The rubber band: Leaflet leaves a drag with Shift alone when its own box zoom is off.
    press(e) {
      if (!e.shiftKey || e.button !== 0 || this.live.scene.picking) return;
      this.from = this.map.mouseEventToContainerPoint(e);
      this.band = document.createElement("div");
      this.band.className = "band";
      this.box.appendChild(this.band);
      e.preventDefault();
    }

    stretch(e) {
      if (!this.band) return;
      const [x0, y0, x1, y1] = this.corners(e);
      Object.assign(this.band.style, { left: `${x0}px`, top: `${y0}px`, width: `${x1 - x0}px`, height: `${y1 - y0}px` });
    }

    release(e) {
      if (!this.band) return;
      const [x0, y0, x1, y1] = this.corners(e);
      this.drop();
      if (x1 - x0 < 4 && y1 - y0 < 4) return;     // a click with Shift
      const keys = this.live.picture.within(x0, y0, x1, y1).map((it) => [it.kind, it.id]);
      this.live.bridge.box(JSON.stringify(keys));
      // The click that the browser makes of this very release is none.
      this.banded = true;
      setTimeout(() => { this.banded = false; }, 0);
    }

    corners(e) {
      const p = this.map.mouseEventToContainerPoint(e), q = this.from;
      return [Math.min(p.x, q.x), Math.min(p.y, q.y), Math.max(p.x, q.x), Math.max(p.y, q.y)];
    }

    drop() {
      this.band.remove();
      this.band = null;
    }
  }

  window.desk.Input = Input;
})();
