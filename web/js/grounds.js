/** What a verdict rests on, line by line: for whoever has to defend it. Pure. */
import { isOf } from "./rules.js";
import { nameIn } from "./text.js";

/**
 * @param kit text, format, phrases
 * @param standard the document as the kiosk describes it, null while it is not known
 * @returns {{id: string, label: string, words: string}[]} only the lines that there is something to say on
 */
export function groundsOf(verdict, standard, { text, format, phrases }, now) {
  const lines = {
    since: [phrases.since(verdict.since, now), verdict.revised ? text.say("revised") : ""].filter(Boolean).join(" · "),
    excess: typeof verdict.excess === "number" ? phrases.times(verdict.excess) : "",
    outlook: phrases.crossing(verdict, now),
    near: phrases.nearFrom(verdict),
    period: phrases.period(verdict.period),
    window: windowOf(verdict, now, { text, format }),
    completeness: completenessOf(verdict, { text, format }),
    ...documentOf(verdict, standard, { text, phrases }),
    advisory: verdict.advisory ? text.say(isOf("fis-ibu", verdict) ? "sport.note" : "rules.advisory") : "",
  };
  return told(lines, text);
}

/** The same for an air index. */
export function groundsOfIndex(index, standard, { text, format, phrases }, now) {
  return told({
    period: phrases.period(index.period),
    window: windowOf(index, now, { text, format }),
    completeness: completenessOf(index, { text, format }),
    ...documentOf({ ...index, certainty: standard?.certainty }, standard, { text, phrases }),
  }, text);
}

/** Document, clause, class, how certain its figures are, and by which profile it was chosen. */
function documentOf({ standard: id, clause, class: place, certainty, profile }, standard, { text, phrases }) {
  return {
    standard: [phrases.standard(id), nameIn(standard?.title, text.language, "")].filter(Boolean).join(" · "),
    clause: clause ?? "",
    class: phrases.placeClass(place),
    certainty: phrases.certainty(certainty),
    profile: profile ? text.sayOr(`profile.${profile}`, profile) : "",
  };
}

const windowOf = ({ from, to }, now, { text, format }) => (from && to ? text.say("window", format.window({ from, to }, now)) : "");

const completenessOf = ({ completeness }, { text, format }) => text.say("complete", { share: format.percent(completeness ?? 0) });

const told = (lines, text) =>
  Object.entries(lines).filter(([, words]) => words).map(([id, words]) => ({ id, label: text.say(`grounds.${id}`), words }));
