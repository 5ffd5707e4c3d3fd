// The base map: what of a region's tiles is painted, how wide, in which colour and in which order. Colours are the desk's.
"use strict";

(() => {
  const desk = window.desk, tiles = window.protomapsL;
  const FAMILY = '"Noto Sans SC", sans-serif';
  // Kinds of roads from the bottom up: colour, and width in pixels by zoom.
  const ROADS = [
    ["path", "street", [[14, 0.8], [16, 1.4], [18, 3]]],
    ["service", "street", [[13, 0.8], [15, 2], [18, 8]]],
    ["calm", "street", [[13, 1], [15, 3], [18, 12]]],
    ["street", "street", [[12, 0.6], [14, 2], [16, 6], [18, 16]]],
    ["tertiary", "street", [[11, 0.8], [14, 3.5], [16, 8], [18, 20]]],
    ["secondary", "major", [[9, 0.8], [12, 2], [14, 4.5], [16, 10], [18, 24]]],
    ["primary", "major", [[8, 0.8], [12, 2.6], [14, 5.5], [16, 11], [18, 26]]],
    ["trunk", "major", [[7, 1], [12, 3], [14, 6], [16, 12], [18, 28]]],
    ["motorway", "major", [[7, 1.2], [12, 3.4], [14, 6.5], [16, 13], [18, 28]]],
  ];
  const CASED_FROM = 13;
  const PLACES = [                    // kind, from which zoom to which, size, bold
    ["city", 8, 14, 17, true], ["town", 9, 15, 15, true], ["borough", 11, 16, 14, false], ["suburb", 12, 17, 14, false],
    ["island", 12, 17, 12, false], ["village", 12, 18, 13, false], ["quarter", 13, 18, 12, false], ["neighbourhood", 14, 18, 12, false],
    ["hamlet", 14, 18, 12, false], ["square", 16, 18, 11, false], ["isolated_dwelling", 15, 18, 11, false], ["locality", 15, 18, 11, false],
  ];
  // Points that may be called for at an incident show before the others.
  const POINTS = [["police", 13, "moving"], ["hospital", 14, "alarm"], ["fire", 14, "alarm"], ["station", 14, "text"], ["office", 15, "text"], ["school", 15, "text"], ["water", 14, "boundary"], ["other", 17, "text"]];

  const at = (stops) => (zoom) => {
    if (zoom <= stops[0][0]) return stops[0][1];
    for (let n = 1; n < stops.length; n++) {
      const [z0, v0] = stops[n - 1], [z1, v1] = stops[n];
      if (zoom <= z1) return v0 * (v1 / v0) ** ((zoom - z0) / (z1 - z0));
    }
    return stops[stops.length - 1][1];
  };
  const is = (kind) => (_zoom, feature) => feature.props.kind === kind;

  // A colour between two (#rrggbb), `part` of the way.
  function mix(one, other, part) {
    const value = (colour, from) => parseInt(colour.slice(from, from + 2), 16);
    return `#${[1, 3, 5].map((from) => Math.round(value(one, from) * (1 - part) + value(other, from) * part).toString(16).padStart(2, "0")).join("")}`;
  }

  function areas(p) {
    const fill = (colour, more = {}) => new tiles.PolygonSymbolizer({ fill: colour, ...more });
    const lands = {
      field: mix(p.land, p.green, 0.35), town: mix(p.land, p.text, 0.04), wood: mix(p.green, p.text, 0.07), green: p.green,
      works: mix(p.land, p.text, 0.08), bare: mix(p.land, p.major, 0.4), public: mix(p.land, p.major, 0.25), sport: mix(p.green, p.water, 0.3), paved: p.street,
    };
    return [
      ...["town", "field", "works", "public", "wood", "green", "bare", "sport", "paved"].map((kind) => ({
        dataLayer: "lands", symbolizer: fill(lands[kind]), filter: is(kind),
      })),
      { dataLayer: "water", symbolizer: fill(p.water) },
      { dataLayer: "streams", symbolizer: new tiles.LineSymbolizer({ color: p.water, width: at([[9, 1], [14, 2.5], [18, 8]]) }), filter: (_z, f) => f.props.kind === "river" || f.props.kind === "canal" },
      { dataLayer: "streams", symbolizer: new tiles.LineSymbolizer({ color: p.water, width: at([[13, 0.8], [18, 3]]) }), filter: (_z, f) => f.props.kind !== "river" && f.props.kind !== "canal" },
    ];
  }

  function roads(p) {
    const line = (color, width, more = {}) => new tiles.LineSymbolizer({ color, width, lineJoin: "round", lineCap: "round", ...more });
    const under = (kind) => (_z, f) => f.props.kind === kind && f.props.under === 1;
    const open = (kind) => (_z, f) => f.props.kind === kind && f.props.under !== 1;
    const rules = [];
    for (const [kind, colour, stops] of ROADS) {
      rules.push({ dataLayer: "roads", minzoom: CASED_FROM, symbolizer: line(p[colour], at(stops), { opacity: 0.5, dash: [6, 4], lineCap: "butt" }), filter: under(kind) });
    }
    for (const [kind, , stops] of ROADS) {
      if (kind === "path") continue;
      const width = at(stops);
      rules.push({ dataLayer: "roads", minzoom: CASED_FROM, symbolizer: line(p.casing, (zoom) => width(zoom) + 2), filter: open(kind) });
    }
    for (const [kind, colour, stops] of ROADS) {
      const look = kind === "path" ? line(p.casing, at(stops), { dash: [3, 2], lineCap: "butt" }) : line(p[colour], at(stops));
      rules.push({ dataLayer: "roads", symbolizer: look, filter: open(kind) });
    }
    rules.push({ dataLayer: "rails", symbolizer: line(mix(p.boundary, p.land, 0.3), at([[10, 0.8], [14, 1.6], [18, 4]]), { lineCap: "butt" }) });
    rules.push({ dataLayer: "rails", minzoom: 13, symbolizer: line(p.land, at([[13, 0.6], [18, 2.2]]), { dash: [7, 7], lineCap: "butt" }) });
    rules.push({ dataLayer: "borders", symbolizer: line(p.boundary, (zoom) => (zoom < 12 ? 1 : 1.4), { dash: [6, 3, 1, 3], opacity: 0.8, lineCap: "butt" }), filter: (zoom, f) => f.props.level <= (zoom < 11 ? 6 : 8) });
    return rules;
  }

  function paints(p, shown) {
    const houses = { dataLayer: "buildings", minzoom: 14, symbolizer: new tiles.PolygonSymbolizer({ fill: p.building, stroke: mix(p.building, p.text, 0.15), width: (zoom) => (zoom < 16 ? 0 : 0.7) }) };
    return [...areas(p), ...(shown.buildings === false ? [] : [houses]), ...roads(p)];
  }

  function labels(p, shown, labelProps) {
    const font = (size, bold) => `${bold ? "bold " : ""}${size}px ${FAMILY}`;
    const words = (size, bold, more = {}) => ({ labelProps, font: font(size, bold), fill: p.text, stroke: p.land, width: 3.5, lineHeight: 1.6, ...more });
    const rules = [];
    const town = PLACES.map(([kind, minzoom, maxzoom, size, bold]) => ({ dataLayer: "places", minzoom, maxzoom, symbolizer: new tiles.CenteredTextSymbolizer(words(size, bold)), filter: is(kind) }));
    if (shown.names !== false) rules.push(...town.slice(0, 4));
    if (shown.points !== false) rules.push(...POINTS.slice(0, 4).map((row) => point(p, row, words)));
    if (shown.names !== false) {
      for (const [kinds, minzoom, size] of [[["motorway", "trunk", "primary"], 12, 12], [["secondary", "tertiary"], 13, 12], [["street", "calm"], 15, 11], [["service", "path"], 17, 11]]) {
        rules.push({
          dataLayer: "roads", minzoom, filter: (_z, f) => kinds.includes(f.props.kind),
          symbolizer: new tiles.LineLabelSymbolizer(words(size, false, { position: 2, repeatDistance: 350, stroke: p.street, width: 3 })),
        });
      }
      rules.push({ dataLayer: "streams", minzoom: 13, symbolizer: new tiles.LineLabelSymbolizer(words(11, false, { position: 2, repeatDistance: 500, stroke: p.water, width: 3 })) });
      rules.push(...town.slice(4));
    }
    if (shown.points !== false) rules.push(...POINTS.slice(4).map((row) => point(p, row, words)));
    if (shown.names !== false) rules.push({ dataLayer: "numbers", minzoom: 17, symbolizer: new tiles.CenteredTextSymbolizer(words(10, false, { labelProps: ["name"], fill: mix(p.text, p.land, 0.25), width: 2 })) });
    return rules;
  }

  // A dot with its name beside it; where that finds no room, neither is shown.
  function point(p, [kind, minzoom, colour], words) {
    const label = new tiles.OffsetTextSymbolizer(words(11, kind === "police", { offsetX: 5, offsetY: 4, maxLineChars: 14 }));
    const dot = new tiles.CircleSymbolizer({ radius: kind === "police" ? 4 : 2.5, fill: p[colour], stroke: p.halo, width: 1.2 });
    const both = new tiles.GroupSymbolizer([dot, label]);
    return { dataLayer: "points", minzoom, symbolizer: kind === "water" ? new tiles.CenteredTextSymbolizer(words(11, false)) : both, filter: is(kind) };
  }

  class Base {
    constructor(map) {
      const { url, most, box } = map.options.tiles;
      map.createPane("base").style.zIndex = 420;
      this.scene = {};
      this.layer = tiles.leafletLayer({
        url: new URL(url, location.href).href.replaceAll("%7B", "{").replaceAll("%7D", "}"),
        maxDataZoom: most, maxNativeZoom: 18, bounds: box, pane: "base", attribution: "", noWrap: true,
        tasks: [document.fonts.load(`12px ${FAMILY}`, "路"), document.fonts.load(`bold 12px ${FAMILY}`, "路")],
      });
      this.map = map;
      this.painted = 0;               // when (ms since the page began) everything in view was there last
      this.layer.on("load", () => { this.painted = performance.now(); });
      this.layer.on("loading", () => { this.painted = 0; });
    }

    // New colours, another language or other layers: what is on the screen is painted anew.
    dress({ palette, language, layers }) {
      if (!palette.text) return;
      const props = language === "en" ? ["name_en", "name"] : ["name"];
      this.layer.paintRules = paints(palette, layers);
      this.layer.labelRules = labels(palette, layers, props);
      this.layer.clearLayout();
      if (this.map.hasLayer(this.layer)) this.layer.rerenderTiles(); else this.layer.addTo(this.map);
    }
  }

  desk.Base = Base;
})();
