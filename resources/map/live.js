// The live layer: holds what the desk has told, draws it, tells the desk what people do. It decides nothing and knows no words.
"use strict";

(() => {
  const desk = window.desk;
  const SCENE = [
    "palette", "text", "names", "attribution", "now", "stale_ms", "layers", "language", "measuring", "legend", "picking", "selected", "followed", "trail", "route", "rings", "found",
    "road_factor", "drawing", "draft", "closed", "overlays", "coverage",
  ];
  const GROUND = ["palette", "names", "text", "beats", "bodies", "agencies", "layers", "coverage", "anew", "drop", "markings", "draft", "closed"];    // parts that change what lies below
  const DRESS = ["palette", "layers", "language"];    // parts that change how the base map is painted
  const EDGE = 0.08, FOLLOWED_EDGE = 0.25;    // shares of the view: nearer to its edge a thing is brought to the middle

  class Live {
    constructor(map) {
      this.map = map;
      this.fleet = new desk.Fleet();
      this.incidents = new Map();
      this.beats = new Map();
      this.bodies = new Map();
      this.agencies = new Map();
      this.markings = new Map();
      this.scene = { palette: {}, text: { marks: {} }, names: [], now: 0, stale_ms: 60000, layers: {}, road_factor: 1 };
      this.waiting = [];              // numbers of frames that are applied and not yet drawn
      this.questions = [];
      this.picture = new desk.Picture(this);
      this.ground = new desk.Ground(this.picture);
      this.panel = new desk.Panel(this);
      this.measure = new desk.Measure(this);
      this.pen = new desk.Pen(this);
      this.overlays = new desk.Overlays(this);
      this.base = map.options.tiles ? new desk.Base(map) : null;
      this.input = new desk.Input(this);
      this.source = this.addControls();
      // However often the view moves, it is drawn once a picture of the screen.
      map.on("move zoom viewreset", () => { this.stirred = true; this.soon(); });
      map.on("resize", () => this.drawAll());
      map.on("resize", () => this.fit());
      map.on("moveend", () => this.tellLook());
      // Nothing is drawn while nobody can see it; what came in meanwhile shows with the pane.
      document.addEventListener("visibilitychange", () => { this.stirred = true; this.soon(); });
    }

    // What takes clicks and keys for itself now, null where nothing does.
    get tool() { return [this.measure, this.pen].find((tool) => tool && tool.on) || null; }

    addControls() {
      L.control.scale({ imperial: false, position: "bottomleft" }).addTo(this.map);
      const pointer = L.DomUtil.create("div", "pointer"), place = L.control({ position: "bottomleft" });
      place.onAdd = () => pointer;
      place.addTo(this.map);
      this.pointer = pointer;
      const source = L.DomUtil.create("div", "source");
      const control = L.control({ position: "bottomright" });
      control.onAdd = () => source;
      control.addTo(this.map);
      return source;
    }

    connect(bridge) {
      this.bridge = bridge;
      bridge.sent.connect((text) => this.receive(JSON.parse(text)));
      document.addEventListener("securitypolicyviolation", (e) => bridge.violate(String(e.blockedURI)));
      bridge.ready();
    }

    // Positions lie beside their frame, as bytes; frames are taken in the order in which they came.
    receive(frame) {
      const bytes = frame.fixes && fetch(frame.fixes).then((reply) => reply.arrayBuffer());
      const before = this.taken;
      this.taken = (async () => {
        await before;
        // A batch that was lost with its frame is followed by the next; the frame itself still counts.
        this.take(frame, await Promise.resolve(bytes).catch(() => undefined));
      })();
    }

    // One frame of the desk. Everything in it is optional but the number; the order matters.
    take(frame, fixes) {
      if (frame.anew) for (const kept of [this.fleet, this.incidents, this.beats, this.bodies, this.agencies, this.markings]) kept.clear();
      for (const [kind, id] of frame.drop || []) this.forget(kind, id);
      for (const unit of frame.units || []) this.fleet.put(unit);
      for (const it of frame.incidents || []) this.incidents.set(it.id, this.located(it));
      for (const beat of frame.beats || []) this.beats.set(beat.id, this.outlined(beat));
      for (const it of frame.markings || []) this.markings.set(it.id, desk.traced(it));
      for (const name of ["bodies", "agencies"]) {
        for (const it of frame[name] || []) this[name].set(it.id, { ...it, ...desk.world(it.lon, it.lat) });
      }
      if (fixes) this.fleet.move(fixes);
      for (const name of SCENE) if (name in frame) this.scene[name] = frame[name];
      this.arrange(frame);
      this.waiting.push(frame.number);
      this.questions.push(...(frame.ask || []));
      if (!document.hidden) { this.soon(); return; }
      if (this.questions.length) this.drawAll();
      this.answer();
    }

    forget(kind, id) {
      if (kind === "unit") this.fleet.drop(id);
      else ({ incident: this.incidents, beat: this.beats, organisation: this.bodies, agency: this.agencies, marking: this.markings })[kind].delete(id);
    }

    outlined({ name, ring }) {
      const points = ring.map(([lon, lat]) => desk.world(lon, lat)), mean = (part) => points.reduce((sum, p) => sum + p[part], 0) / points.length;
      return { name, ring: points, middle: { wx: mean("wx"), wy: mean("wy") } };
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
        this.picture.forget();
      }
      if (this.base && DRESS.some((name) => name in frame)) this.base.dress(this.scene);
      if (frame.text) this.say(frame.text);
      if ("measuring" in frame) this.measure.turn(); else if (frame.palette || frame.text) this.measure.draw();
      if ("drawing" in frame) {
        this.pen.turn();
        this.map.doubleClickZoom[this.pen.on ? "disable" : "enable"]();
      } else if (frame.palette || frame.text) this.pen.draw();
      if ("overlays" in frame) this.overlays.show(frame.overlays); else if (frame.palette) this.overlays.paintAll();
      if ("attribution" in frame) this.source.textContent = frame.attribution;
      if ("picking" in frame) this.map.getContainer().classList.toggle("picking", frame.picking);
      if (frame.look) this.map.setView([frame.look[0], frame.look[1]], frame.look[2], { animate: false });
      if (frame.fit) { this.fitting = frame.fit; this.fit(); }
      if (frame.show) this.show(frame.show[0], frame.show[1], EDGE);
      this.followOn(frame);
      if ("legend" in frame || ((frame.palette || frame.text) && this.scene.legend)) this.panel.drawLegend();
      if ("now" in frame && this.ground.aged(frame.now)) this.stirred = true;
      this.stirred = this.stirred || GROUND.some((name) => name in frame);
    }

    // Keeps what is followed in view, and says so for as long as it does.
    followOn(frame) {
      const [kind, id] = this.scene.followed || [];
      if (kind && (frame.fixes || frame.incidents || "followed" in frame)) this.show(kind, id, FOLLOWED_EDGE);
      if (!("followed" in frame || frame.text || frame.anew)) return;
      const card = kind === "unit" ? this.fleet.cards[this.fleet.slots.get(id)] : this.incidents.get(id);
      this.panel.follow(kind && card ? this.picture.words.name({ ...card, kind, of: kind === "unit" ? card : undefined }) : "");
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
      const it = kind === "incident" ? this.incidents.get(id) : this.fleet.place(id);
      if (!it) return;
      const size = this.map.getSize(), zoom = this.map.getZoom(), scale = 256 * 2 ** zoom;
      const p = this.map.getPixelBounds().min.multiplyBy(-1).add([it.wx * scale, it.wy * scale]);
      const inside = (v, full) => v >= full * edge && v <= full * (1 - edge);
      if (!inside(p.x, size.x) || !inside(p.y, size.y)) {
        this.map.setView(this.map.unproject([it.wx * scale, it.wy * scale], zoom), zoom, { animate: false });
      }
    }

    // The place under the pointer, or under the cross while one is picked by keys.
    // The desk writes it, for it knows the datums; while one is asked for, only the newest of the others waits.
    sayPlace(place) {
      this.pointed = place;
      if (this.spelling || !this.bridge) return;
      this.spelling = true;
      const { lng, lat } = place.wrap();
      this.bridge.spell(lng, lat, (words) => {
        this.pointer.textContent = words;
        this.spelling = false;
        if (this.pointed !== place) this.sayPlace(this.pointed);
      });
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
      if (this.scene.picking) this.sayPlace(centre);
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
      this.ground.draw();
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
    const live = desk.live = new Live(this);
    new QWebChannel(qt.webChannelTransport, (channel) => live.connect(channel.objects.bridge));
    document.fonts.ready.then(() => { live.picture.forget(); live.drawAll(); });
  });
})();
