/** Numbers, units, ages and times as people write them. Pure: the zone and the language are handed in. */

const UNITS = {
  "ug/m3": "µg/m³", "mg/m3": "mg/m³", "mg/L": "mg/L", degC: "°C", deg: "°", "W/m2": "W/m²", "m3/s": "m³/s",
  "uS/cm": "µS/cm", "Bq/m3": "Bq/m³", "CFU/m3": "CFU/m³", "m3/(h.person)": "m³/(h·pers.)", "1/L": "/L", 1: "",
};
const DECIMALS = {
  co: 1, hcho: 3, tvoc: 2, temperature: 1, snow_temperature: 1, water_temperature: 1, pressure: 1, wind_speed: 1,
  wind_gust: 1, precipitation: 1, noise: 1, ph: 2, dissolved_oxygen: 1, codmn: 1, bod5: 1, ammonia_nitrogen: 2,
  total_phosphorus: 3, turbidity: 1, water_flow: 2, wind_chill: 1, benzene: 3, toluene: 2, xylene: 2, ammonia: 2,
  trichloroethylene: 4, tetrachloroethylene: 3, total_nitrogen: 2, fluoride: 2, copper: 3, zinc: 3, selenium: 3,
  arsenic: 4, mercury: 6, cadmium: 4, chromium6: 3, lead: 3, cyanide: 3, phenol: 4, oil: 2, surfactant: 2, sulphide: 3,
  dew_point: 1, soil_temperature: 1, precipitation_rate: 1, uv_index: 1, voltage: 1, current: 2, battery_voltage: 2, other: 2,
};
const COMPASS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const LONGEST_SECONDS = 99_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const prettyUnit = (unit) => UNITS[unit] ?? unit ?? "";
export const decimalsOf = (quantity) => DECIMALS[quantity] ?? 0;

/** The eighth of the compass that a direction in degrees lies in: "n", "ne" … */
export function compassOf(degrees) {
  return COMPASS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8];
}

/** Milliseconds that the zone's clock is ahead of UTC at a moment. */
export function zoneOffset(zone, t) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
    hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(t);
  const field = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(field.year, field.month - 1, field.day, field.hour, field.minute, field.second);
  return wall - Math.floor(t / 1000) * 1000;
}

export class Format {
  #numbers = new Map();
  #units = new Map();
  #list;

  constructor(language, zone = "UTC") {
    this.language = language === "zh" ? "zh-CN" : language;
    this.zone = zone;
    this.#list = new Intl.ListFormat(this.language, { type: "conjunction" });
    this.#prepareTimes();
  }

  #prepareTimes() {
    const times = (options) => new Intl.DateTimeFormat(this.language, { timeZone: this.zone, hourCycle: "h23", ...options });
    this.hourFormat = times({ hour: "2-digit", minute: "2-digit" });
    this.secondFormat = times({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
    this.dayFormat = times({ day: "numeric", month: "short" });
    this.fullFormat = times({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    this.yearFormat = times({ day: "numeric", month: "short", year: "numeric" });
    this.dateFormat = times({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
    this.zoneFormat = times({ timeZoneName: "long" });
    this.keyFormat = new Intl.DateTimeFormat("en-CA", { timeZone: this.zone });
  }

  number(value, decimals = 0) {
    if (!this.#numbers.has(decimals)) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" };
      this.#numbers.set(decimals, new Intl.NumberFormat(this.language, digits));
    }
    return this.#numbers.get(decimals).format(value).replace(/^-/, "−");
  }

  /** A quantity's value without its unit; a dash where there is none. */
  value(quantity, value) {
    return typeof value === "number" && Number.isFinite(value) ? this.number(value, decimalsOf(quantity)) : "–";
  }

  /** A limit with no more decimals than it has itself. */
  limit(value) {
    const decimals = [0, 1, 2, 3, 4, 5, 6].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 6;
    return this.number(value, decimals);
  }

  percent(share) {
    return new Intl.NumberFormat(this.language, { style: "percent", maximumFractionDigits: 0 }).format(share);
  }

  /** A length of time in its largest fitting unit, "short" (12 sec, 3 min) or "narrow" (12s, 3m). */
  age(ms, width = "short") {
    const age = Math.max(0, ms);
    if (age < LONGEST_SECONDS) return this.#unit(Math.floor(age / 1000), "second", width);
    if (age < HOUR) return this.#unit(Math.floor(age / MINUTE), "minute", width);
    if (age < 2 * DAY) return this.#unit(Math.floor(age / HOUR), "hour", width);
    return this.#unit(Math.floor(age / DAY), "day", width);
  }

  /** A length of time as one says it when it cannot be known to the minute: 5 min steps, half hours from 95 minutes on. */
  about(ms) {
    const minutes = Math.max(0, ms) / MINUTE;
    if (minutes >= 2 * 24 * 60) return this.#unit(Math.round(minutes / 1440), "day", "short");
    if (minutes >= 95) return this.#unit(Math.round(minutes / 30) / 2, "hour", "short");
    return this.#unit(Math.max(5, Math.round(minutes / 5) * 5), "minute", "short");
  }

  #unit(value, unit, unitDisplay) {
    const key = `${unit} ${unitDisplay}`;
    if (!this.#units.has(key)) this.#units.set(key, new Intl.NumberFormat(this.language, { style: "unit", unit, unitDisplay }));
    return this.#units.get(key).format(value);
  }

  hour = (t) => this.hourFormat.format(t);
  second = (t) => this.secondFormat.format(t);
  day = (t) => this.dayFormat.format(t);
  full = (t) => this.fullFormat.format(t);
  date = (t) => this.dateFormat.format(t);
  list = (words) => this.#list.format(words);

  /** The time alone on the same day, with the day before it otherwise. */
  moment(t, now) {
    return this.keyFormat.format(t) === this.keyFormat.format(now) ? this.hour(t) : this.full(t);
  }

  /** A half-open window: times of today alone, days beside them where one is not today, days and years alone from four weeks on. */
  window({ from, to }, now) {
    if (to - from >= 27 * DAY) return { from: this.yearFormat.format(from), to: this.yearFormat.format(to - 1) };
    const isToday = [from, to].every((t) => this.keyFormat.format(t) === this.keyFormat.format(now));
    const shown = isToday ? this.hour : this.full;
    return { from: shown(from), to: shown(to) };
  }

  /** The zone as this language calls it, for example China Standard Time. */
  zoneName(t) {
    return this.zoneFormat.formatToParts(t).find(({ type }) => type === "timeZoneName")?.value ?? this.zone;
  }
}
