package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: IAM User Guide, reference_policies_elements_condition_operators, String condition operators, StringLike. */
class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "?, '', false",
        "?, a, true",
        "?, ab, false",
        "a*, a, true",
        "*a, a, true",
        "a**b, ab, true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXcYb, false",
        "a?c, ABC, false",
        "*ab, aab, true",
        "*?, '', false",
        "a*, *, false",
        "*, *?, true"
    })
    void starStandsForAnyCharactersAndQuestionMarkForOne(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void questionMarkStandsForAWholeCharacterOutsideTheBasicPlane() {
        assertThat(new Wildcard("?").matches("\ud83d\ude00")).isTrue();
        assertThat(new Wildcard("*??").matches("\ud83d\ude00")).isFalse();
        assertThat(new Wildcard("?").matches("\ud83d")).isTrue();
    }

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(1);
        int matches = 0;
        for (int i = 0; i < 200_000; i++) {
            String pattern = word(random, "aab**?\ud83d\ude00");
            String text = word(random, "aaab*?\ud83d\ude00");
            boolean expected = definition(
                    pattern.codePoints().toArray(), 0, text.codePoints().toArray(), 0);
            matches += expected ? 1 : 0;
            assertThat(new Wildcard(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
        }
        assertThat(matches).isBetween(10_000, 190_000);
    }

    /** The longest pattern that fits into a policy, on the texts that make backtracking matchers explode. */
    @Test
    @Timeout(20)
    void hostilePatternsStayWithinPatternTimesTextSteps() {
        String text = "a".repeat(20_000);

        assertThat(new Wildcard("a*".repeat(1_000) + "b").matches(text)).isFalse();
        assertThat(new Wildcard("*" + "a".repeat(2_000) + "b").matches(text)).isFalse();
        assertThat(new Wildcard("*?".repeat(1_000) + "b").matches(text)).isFalse();
    }

    /** One of three branches for each pattern character, written for clarity and exponential in the stars. */
    static boolean definition(int[] pattern, int p, int[] text, int t) {
        if (p == pattern.length) {
            return t == text.length;
        }
        if (pattern[p] == '*') {
            return definition(pattern, p + 1, text, t) || (t < text.length && definition(pattern, p, text, t + 1));
        }
        return t < text.length
                && (pattern[p] == '?' || pattern[p] == text[t])
                && definition(pattern, p + 1, text, t + 1);
    }

    private static String word(Random random, String alphabet) {
        return random.ints(random.nextInt(8), 0, alphabet.length())
                .map(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
