// Moves the base map and counts the pictures of the screen: dragged to and fro over a city's width, or zoomed in and out.
"use strict";

(() => {
  const { map } = window.desk.live, DRAG = 6, TURN = 240, STEP = 30;
  const probe = { how: "", ticks: [] };
  let way = DRAG, zoom = 1;
  const tick = (at) => {
    if (probe.how) probe.ticks.push(at);
    const n = probe.ticks.length;
    if (probe.how === "drag") {
      if (n % TURN === 0) way = -way;
      // What Leaflet does at each step of a drag.
      map._rawPanBy(L.point(way, way / 3));
      map.fire("move");
      if (n % 20 === 0) map.fire("moveend");
    }
    if (probe.how === "zoom" && n % STEP === 0) {
      if (map.getZoom() >= 16) zoom = -1;
      if (map.getZoom() <= 12) zoom = 1;
      map.setZoom(map.getZoom() + zoom, { animate: false });
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  probe.begin = (how) => Object.assign(probe, { how, ticks: [] });
  window.baseProbe = probe;
})();
