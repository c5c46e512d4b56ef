package ridgeline.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a device says where it has no value.
 *
 * @param words in lower case; one that ends in {@code *} stands for all that begin so
 * @param numbers sentinels such as -127, as the payload carries them
 */
public record Missing(Set<String> words, Set<Double> numbers) {
    /** What is understood without being configured; the empty text is one of them. */
    public static final Missing USUAL = new Missing(
            Set.of(
                    "",
                    "nan",
                    "-nan",
                    "none",
                    "null",
                    "nil",
                    "undefined",
                    "unavailable",
                    "unknown",
                    "na",
                    "n/a",
                    "#n/a",
                    "--",
                    "---",
                    "???",
                    "err",
                    "error"),
            Set.of());

    public Missing {
        words = Set.copyOf(words);
        numbers = Set.copyOf(numbers);
    }

    public boolean hasWord(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return words.contains(word) || words.stream().anyMatch(one -> isStartOf(one, word));
    }

    public boolean has(double number) {
        return !numbers.isEmpty() && numbers.contains(number + 0.0);
    }

    public Missing and(List<String> moreWords, List<Double> moreNumbers) {
        var allWords = new java.util.HashSet<>(words);
        moreWords.forEach(word -> allWords.add(word.toLowerCase(Locale.ROOT)));
        var allNumbers = new java.util.HashSet<>(numbers);
        moreNumbers.forEach(number -> allNumbers.add(number + 0.0));
        return new Missing(allWords, allNumbers);
    }

    private static boolean isStartOf(String pattern, String word) {
        return pattern.endsWith("*") && word.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
