// Measuring: a line of points that people click, its length, and from three points on the area it encloses. Nothing of it is kept.
"use strict";

(() => {
  const desk = window.desk;
  const A = 6378137, E2 = 0.00669437999014;      // WGS-84: half the larger axis (m), eccentricity squared
  const PANE = "measure", LAYER = 465;

  // Metres a degree to the north and to the east at a latitude; good to a thousandth over a city.
  function scale(lat) {
    const sine = Math.sin((lat * Math.PI) / 180), w = 1 - E2 * sine * sine;
    const degree = Math.PI / 180;
    return { north: (degree * A * (1 - E2)) / w ** 1.5, east: (degree * A * Math.cos(lat * degree)) / Math.sqrt(w) };
  }

  function far(a, b) {
    const metre = scale((a.lat + b.lat) / 2);
    return Math.hypot((b.lng - a.lng) * metre.east, (b.lat - a.lat) * metre.north);
  }

  const length = (points) => points.slice(1).reduce((sum, p, n) => sum + far(points[n], p), 0);

  // Square metres within the ring of the points (shoelace on the plane around their middle).
  function area(points) {
    if (points.length < 3) return 0;
    const metre = scale(points.reduce((sum, p) => sum + p.lat, 0) / points.length), first = points[0];
    const flat = points.map((p) => [(p.lng - first.lng) * metre.east, (p.lat - first.lat) * metre.north]);
    return Math.abs(flat.reduce((sum, [x, y], n) => {
      const [u, v] = flat[(n + 1) % flat.length];
      return sum + x * v - u * y;
    }, 0)) / 2;
  }

  class Measure {
    constructor(live) {
      this.live = live;
      this.points = [];
      (live.map.getPane(PANE) || live.map.createPane(PANE)).style.zIndex = LAYER;
      this.renderer = L.svg({ pane: PANE });
      this.drawn = L.layerGroup().addTo(live.map);
      this.board = document.createElement("div");
      this.board.className = "chip measure";
      live.map.getContainer().appendChild(this.board);
    }

    get on() { return Boolean(this.live.scene.measuring); }

    // Turned on or off by the desk; each time it begins with nothing.
    turn() {
      this.points = [];
      this.live.map.getContainer().classList.toggle("measuring", Boolean(this.live.tool));
      this.draw();
    }

    add(latlng) { this.points.push(latlng); this.draw(); }

    undo() { this.points.pop(); this.draw(); }

    draw() {
      this.drawn.clearLayers();
      this.board.classList.toggle("shown", this.on);
      if (!this.on) return;
      const { points, renderer } = this, colour = this.live.scene.palette.selected, pane = PANE;
      const look = { renderer, pane, interactive: false, color: colour, weight: 3, fill: false };
      if (points.length > 2 && this.filled) this.drawn.addLayer(L.polygon(points, { ...look, stroke: false, fill: true, fillColor: colour, fillOpacity: 0.12 }));
      if (points.length > 1) this.drawn.addLayer(L.polyline(points, look));
      for (const p of points) this.drawn.addLayer(L.circleMarker(p, { ...look, radius: 4, fill: true, fillColor: this.live.scene.palette.halo, fillOpacity: 1 }));
      this.board.textContent = this.words();
    }

    get filled() { return true; }

    long(metres) {
      const { text } = this.live.scene;
      return metres < 1000 ? text.metres.replace("%1", metres.toFixed(0)) : text.kilometres.replace("%1", (metres / 1000).toFixed(2));
    }

    words() {
      const { text } = this.live.scene, square = area(this.points);
      if (!this.points.length) return text.measure;
      const long = this.long(length(this.points));
      if (!square) return text.measured.replace("%1", long);
      const wide = square < 1e5 ? text.square_metres.replace("%1", square.toFixed(0)) : text.square_kilometres.replace("%1", (square / 1e6).toFixed(3));
      return text.measured_area.replace("%1", long).replace("%2", wide);
    }
  }

  Measure.PANE = PANE;
  Object.assign(desk, { Measure, measured: { far, length, area } });
})();
