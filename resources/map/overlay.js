// Overlays: layers of other people's files, below everything that is live. What is said of a thing is text, never markup.
"use strict";

(() => {
  const desk = window.desk;
  const PANE = "overlays", LAYER = 440;
  // Looks by number: meanings of the palette, with a dash so that colour does not stand alone.
  const LOOKS = [["moving", ""], ["free", "8 4"], ["level2", "2 5"], ["selected", "12 4 2 4"], ["level3", "4 4"], ["paused", "1 4"]];

  class Overlays {
    constructor(live) {
      this.live = live;
      this.layers = new Map();        // by key: what is on the map, with the look it was painted with
      live.map.createPane(PANE).style.zIndex = LAYER;
      this.renderer = L.canvas({ pane: PANE, padding: 0.2, tolerance: 5 });
    }

    // Takes the list of what is shown; a file is fetched once, a look is painted anew.
    show(list) {
      const wanted = new Map(list.map((it) => [it.id, it]));
      for (const [id, { group }] of this.layers) if (!wanted.has(id)) { group.remove(); this.layers.delete(id); }
      for (const it of list) {
        const known = this.layers.get(it.id);
        if (known) { known.look = it.look; this.paint(known); } else this.fetch(it);
      }
    }

    fetch(it) {
      const kept = { look: it.look, name: it.name, group: L.layerGroup().addTo(this.live.map) };
      this.layers.set(it.id, kept);
      fetch(`/overlay/${it.id}.geojson`).then((reply) => reply.json()).then((data) => {
        if (this.layers.get(it.id) !== kept) return;
        kept.shapes = L.geoJSON(data, {
          renderer: this.renderer, pane: PANE, style: () => this.style(kept), smoothFactor: 1.5,
          pointToLayer: (_, place) => L.circleMarker(place, { renderer: this.renderer, pane: PANE, radius: 6, ...this.style(kept) }),
          onEachFeature: (feature, shape) => shape.on("click", () => { this.hit = [kept.name, feature.properties]; }),
        });
        kept.group.addLayer(kept.shapes);
      }).catch((error) => console.error(`overlay ${it.id}: ${error}`));
    }

    style({ look }) {
      const [meaning, dash] = LOOKS[look % LOOKS.length], colour = this.live.scene.palette[meaning];
      return { color: colour, weight: 3, opacity: 0.95, dashArray: dash, fillColor: colour, fillOpacity: 0.18 };
    }

    paint(kept) { if (kept.shapes) kept.shapes.setStyle(() => this.style(kept)); }

    paintAll() { for (const kept of this.layers.values()) this.paint(kept); }

    // What the click that is under way has hit, once.
    take() {
      const { hit } = this;
      this.hit = null;
      return hit;
    }
  }

  desk.Overlays = Overlays;
})();
