/** Questions to the kiosk; a refusal is thrown with the server's own words. */

export async function getJson(url, { signal } = {}) {
  const answer = await fetch(url, { headers: { accept: "application/json" }, signal });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`);
  return answer.json();
}

/** The past of some series. @returns {Promise<{series, unit, resolution_ms, points}[]>} */
export function history(series, from, to, points, options) {
  const asked = new URLSearchParams({ series: series.join(","), from: Math.round(from), to: Math.round(to), points });
  return getJson(`/api/v1/history?${asked}`, options);
}

export const quarantine = (options) => getJson("/api/v1/quarantine", options);
export const standards = (options) => getJson("/api/v1/standards", options);
export const words = (language) => getJson(`/i18n/${language}.json`);
