// Measures inside the map's page: how long a message and a drawing take, and how the pictures of the screen follow each other.
"use strict";

(() => {
  const { live } = window.desk, transport = qt.webChannelTransport, old = transport.onmessage;
  const probe = { message: 0, updates: [], draws: 0, ticks: [], panning: false };
  const timed = (work, take) => { const began = performance.now(); work(); take(performance.now() - began); };
  // An update is the message, from its raw text on, its positions, and the drawing that follows.
  transport.onmessage = (message) => timed(() => old(message), (ms) => { probe.message += ms; });
  // Positions are fetched beside their message and taken when they are there.
  const take = live.take.bind(live);
  live.take = (frame, fixes) => timed(() => take(frame, fixes), (ms) => { probe.message += ms; });
  for (const name of ["draw", "drawAll"]) {
    const owner = name === "draw" ? live.picture : live, inner = owner[name].bind(owner);
    owner[name] = () => {
      if (probe.inside) { inner(); return; }
      probe.inside = true;
      timed(inner, (ms) => { probe.draws += 1; probe.updates.push([probe.message, ms]); probe.message = 0; });
      probe.inside = false;
    };
  }
  let way = 3;
  const tick = (at) => {
    probe.ticks.push(at);
    if (probe.panning) {
      if (probe.ticks.length % 60 === 0) way = -way;
      // What Leaflet does at each step of a drag.
      live.map._rawPanBy(L.point(way, 0));
      live.map.fire("move");
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  probe.begin = (panning) => { Object.assign(probe, { message: 0, updates: [], draws: 0, ticks: [], panning }); };
  probe.tell = () => JSON.stringify({ updates: probe.updates, draws: probe.draws, ticks: probe.ticks });
  window.probe = probe;
})();
