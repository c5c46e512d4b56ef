/** Rows as the kiosk sends them, whole: a test says only what it is about. Times are China's, on the evening of 12 February 2027. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = Date.UTC(2027, 1, 12, 12, 0, 0);

export const verdictRow = (more = {}) => {
  const row = {
    venue: "genting", standard: "gb3095-2026", class: "1", profile: "competition", clause: "table 1", certainty: "primary", advisory: false,
    quantity: "pm25", period: "24h", value: 20, limit: 35, min: null, max: 35, warn_min: null, warn_max: 28, unit: "ug/m3",
    status: "pass", completeness: 1, excess: null, since: NOW - 3 * HOUR, crosses_at: null, series: "genting-air-1.pm25",
    from: NOW - 28 * HOUR, to: NOW - 4 * HOUR, revised: false, ...more,
  };
  const readings = `/api/v1/readings?series=${row.series}&from=${row.from}&to=${row.to}`;
  return { key: `${row.standard}/${row.period}/${row.series}`, readings, ...row };
};

/** A rule of a competition, over the last ten minutes. */
export const sportRow = (more = {}) =>
  verdictRow({
    venue: "biathlon", standard: "fis-ibu", class: "biathlon", clause: "biathlon: -20 °C", certainty: "secondary", advisory: true,
    quantity: "temperature", period: "10min", value: -18.2, limit: -20, min: -20, max: null, warn_min: -15, warn_max: null,
    unit: "degC", status: "warn", since: NOW - 35 * MINUTE, crosses_at: NOW + 2 * HOUR, series: "biathlon-mast-top.temperature",
    from: NOW - 10 * MINUTE, to: NOW, ...more,
  });

export const indexRow = (more = {}) => {
  const row = {
    venue: "genting", sensor: "genting-air-1", standard: "hj633-2026", clause: "5.2", period: "1h", aqi: 62, category: "good",
    level: 2, colour: "#FFFF00", primary: ["pm25"], iaqi: { pm25: 62, pm10: 40 }, completeness: 1, from: NOW - HOUR, to: NOW, ...more,
  };
  return { key: `${row.standard}/${row.period}/${row.sensor}`, ...row };
};

export const sectionRow = (more = {}) => {
  const row = {
    venue: "river", standard: "gb3838-2002", clause: "table 1", profile: "competition", period: "24h", class: "IV", target: "III",
    status: "exceed", completeness: 1, from: NOW - 28 * HOUR, to: NOW - 4 * HOUR, months_reached: 5, months_judged: 9,
    factors: [
      { quantity: "total_phosphorus", series: "river-analyser.total_phosphorus", value: 0.283, unit: "mg/L", class: "IV", meets_target: false, excess: 0.415 },
      { quantity: "dissolved_oxygen", series: "river-probe.dissolved_oxygen", value: 4.2, unit: "mg/L", class: "IV", meets_target: false, excess: null },
      { quantity: "ammonia_nitrogen", series: "river-analyser.ammonia_nitrogen", value: 0.42, unit: "mg/L", class: "II", meets_target: true, excess: null },
    ],
    ...more,
  };
  return { key: `${row.standard}/${row.period}/${row.venue}`, ...row };
};

export const stagnationRow = (more = {}) => {
  const row = {
    venue: "genting", standard: "stagnation", clause: "signs", certainty: "chosen", score: 3, of: 3, stagnant: true,
    since: NOW - 7 * HOUR, would_meet: "yellow", t: NOW,
    conditions: [
      { id: "wind", value: 1.1, unit: "m/s", min: null, max: 2, met: true, series: ["genting-mast-base.wind_speed"] },
      { id: "humidity", value: 82, unit: "%", min: 70, max: null, met: true, series: ["genting-mast-base.humidity"] },
      { id: "inversion", value: 2.4, unit: "degC", min: 0, max: null, met: true, series: [] },
      { id: "pressure", value: null, unit: "hPa", min: -1, max: 1, met: null, series: [] },
    ],
    days: [{ from: NOW - 28 * HOUR, to: NOW - 4 * HOUR, aqi: 168 }, { from: NOW - 52 * HOUR, to: NOW - 28 * HOUR, aqi: null }],
    ...more,
  };
  return { key: `${row.standard}/${row.venue}`, ...row };
};

export const standardRow = (more = {}) => ({
  id: "gb3095-2026", family: "gb3095", certainty: "primary", source: "MEE", in_force: { from: null, to: null }, limits: [],
  title: { zh: "环境空气质量标准", en: "Ambient air quality standards", fr: "Normes de qualité de l’air ambiant" }, categories: [], ...more,
});
