// The live layer: holds what the desk has told, draws it, tells the desk what people do. It decides nothing and knows no words.
"use strict";

(() => {
  const desk = window.desk;
  const SCENE = [
    "palette", "text", "names", "attribution", "now", "stale_ms", "beats_shown", "picking", "selected", "followed",
  ];
  const GROUND = ["palette", "names", "text", "beats", "beats_shown", "anew", "drop"];    // parts that change what lies below
  const EDGE = 0.08, FOLLOWED_EDGE = 0.25;    // shares of the view: nearer to its edge a thing is brought to the middle

  class Live {
    constructor(map) {
      this.map = map;
      this.units = new Map();
      this.incidents = new Map();
      this.beats = new Map();
      this.fixes = new Map();
      this.scene = { palette: {}, text: { marks: {} }, names: [], now: 0, stale_ms: 60000 };
      this.waiting = [];              // numbers of frames that are applied and not yet drawn
      this.questions = [];
      this.picture = new desk.Picture(this);
      this.input = new desk.Input(this);
      this.source = this.addControls();
      map.on("move zoom viewreset resize", () => this.drawAll());
      map.on("resize", () => this.fit());
      map.on("moveend", () => this.tellLook());
      // Nothing is drawn while nobody can see it; what came in meanwhile shows with the pane.
      document.addEventListener("visibilitychange", () => { this.stirred = true; this.soon(); });
    }

    addControls() {
      L.control.scale({ imperial: false, position: "bottomleft" }).addTo(this.map);
      const source = L.DomUtil.create("div", "source");
      const control = L.control({ position: "bottomright" });
      control.onAdd = () => source;
      control.addTo(this.map);
      return source;
    }

    connect(bridge) {
      this.bridge = bridge;
      bridge.sent.connect((text) => this.take(JSON.parse(text)));
      document.addEventListener("securitypolicyviolation", (e) => bridge.violate(String(e.blockedURI)));
      bridge.ready();
    }

    // One frame of the desk. Everything in it is optional but the number; the order matters.
    take(frame) {
      if (frame.anew) for (const kept of [this.units, this.incidents, this.beats]) kept.clear();
      for (const [kind, id] of frame.drop || []) this[`${kind}s`].delete(id);
      for (const unit of frame.units || []) this.units.set(unit.id, unit);
      for (const it of frame.incidents || []) this.incidents.set(it.id, this.located(it));
      for (const beat of frame.beats || []) {
        this.beats.set(beat.id, beat.ring.map(([lon, lat]) => desk.world(lon, lat)));
      }
      for (const [id, at, lon, lat, heading, speed, accuracy] of frame.fixes || []) {
        this.fixes.set(id, { ...desk.world(lon, lat), at, lon, lat, heading, speed, accuracy });
      }
      for (const name of SCENE) if (name in frame) this.scene[name] = frame[name];
      this.arrange(frame);
      this.waiting.push(frame.number);
      this.questions.push(...(frame.ask || []));
      if (!document.hidden) { this.soon(); return; }
      if (this.questions.length) this.drawAll();
      this.answer();
    }

    located(it) {
      const at = (p) => p && { ...p, ...desk.world(p.lon, p.lat) };
      const place = at(it.place), caller = at(it.caller), { lon, lat, wx, wy } = place || caller;
      return { ...it, place, caller, lon, lat, wx, wy };
    }

    // What is not drawn on the canvas: colours, words, the view.
    arrange(frame) {
      if (frame.palette) {
        for (const [name, value] of Object.entries(frame.palette)) {
          document.documentElement.style.setProperty(`--${name}`, value);
        }
        document.documentElement.classList.toggle("dark", desk.inkOn(frame.palette.land) === "#ffffff");
        this.picture.sprites.clear();
      }
      if (frame.text) this.say(frame.text);
      if ("attribution" in frame) this.source.textContent = frame.attribution;
      if ("picking" in frame) this.map.getContainer().classList.toggle("picking", frame.picking);
      if (frame.look) this.map.setView([frame.look[0], frame.look[1]], frame.look[2], { animate: false });
      if (frame.fit) { this.fitting = frame.fit; this.fit(); }
      if (frame.show) this.show(frame.show[0], frame.show[1], EDGE);
      if (this.scene.followed && (frame.fixes || "followed" in frame)) this.show("unit", this.scene.followed, FOLLOWED_EDGE);
      this.stirred = this.stirred || GROUND.some((name) => name in frame);
    }

    // A pane that has no size yet shows the whole city when it gets one.
    fit() {
      if (!this.fitting || !this.map.getSize().x) return;
      const box = this.fitting;
      this.fitting = null;
      this.map.fitBounds(box, { animate: false });
    }

    // Brings a thing to the middle where it is outside the view, or too near to its edge (a share of its size).
    show(kind, id, edge) {
      const it = this.whereabouts(kind, id);
      if (!it) return;
      const size = this.map.getSize(), p = this.map.latLngToContainerPoint([it.lat, it.lon]);
      const inside = (v, full) => v >= full * edge && v <= full * (1 - edge);
      if (!inside(p.x, size.x) || !inside(p.y, size.y)) this.map.setView([it.lat, it.lon], undefined, { animate: false });
    }

    whereabouts(kind, id) {
      return kind === "incident" ? this.incidents.get(id) : this.units.has(id) ? this.fixes.get(id) : undefined;
    }

    say(text) {
      this.map.getContainer().setAttribute("aria-label", text.map);
      for (const [name, words] of [["in", text.zoom_in], ["out", text.zoom_out]]) {
        const button = this.map.getContainer().querySelector(`.leaflet-control-zoom-${name}`);
        button.title = words;
        button.setAttribute("aria-label", words);
      }
    }

    tellLook() {
      const centre = this.map.getCenter();
      if (this.bridge) this.bridge.look(centre.lng, centre.lat, this.map.getZoom());
    }

    // However many frames come in, one drawing per picture of the screen.
    soon() {
      if (this.asked) return;
      this.asked = true;
      requestAnimationFrame(() => {
        this.asked = false;
        if (this.stirred) this.drawAll(); else this.picture.draw();
        this.answer();
      });
    }

    drawAll() {
      this.stirred = false;
      this.picture.drawGround();
      this.picture.draw();
    }

    answer() {
      for (const [number, kind, id] of this.questions.splice(0)) {
        const spot = this.picture.spot(kind, id);
        this.bridge.tell(number, spot ? spot.x : 0, spot ? spot.y : 0, Boolean(spot));
      }
      for (const number of this.waiting.splice(0)) this.bridge.ack(number);
    }
  }

  // The map is folium's; we are there from its first moment on, before its base layers.
  L.Renderer.mergeOptions({ padding: 0.5 });      // ground painted beyond the edge, so that a drag uncovers none
  L.Map.addInitHook(function start() {
    const live = new Live(this);
    new QWebChannel(qt.webChannelTransport, (channel) => live.connect(channel.objects.bridge));
    document.fonts.ready.then(() => { live.picture.sprites.clear(); live.drawAll(); });
  });
})();
