/**
 * Turns readings into verdicts, indices, section classes and signs of trapped air, by the standards.
 *
 * <p>The writer lane feeds and asks the {@link ridgeline.judge.Judge}; a {@link ridgeline.judge.Rehearsal} replays the past
 * on a thread of its own. No I/O, no clock of its own, no library: what is stored comes in as a {@link ridgeline.judge.Past}.
 *
 * <p>Why apart from the standards: these are figures and change by law, this is time and completeness and does not.
 */
@NullMarked
package ridgeline.judge;

import org.jspecify.annotations.NullMarked;
