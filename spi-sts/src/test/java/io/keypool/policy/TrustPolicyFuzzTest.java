package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keypool.policy.Decision.ImplicitDeny;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: the promises of {@link TrustPolicy#parse} and {@link TrustPolicy#decide} for whatever text they get. */
class TrustPolicyFuzzTest {
    private static final int ROUNDS = 40_000;
    private static final String PIECES = "{}[]\",:\\*?$ \n0123456789.eE-+truefalsn\u0000\u00e9\ud83d\ude00\u2028/u";
    private static final List<String> SEEDS = List.of("""
        {"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"Federated":"p"},
        "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"p:aud":["a",1.5e3,true]},
        "ForAnyValue:StringLike":{"p:amr":"un*"}}},
        {"Effect":"Deny","Principal":{"Federated":["p","q"]},"Action":["sts:*","*"]}]}\
        """, """
        {"Id":"x","Statement":{"Effect":"Allow","Principal":{"Federated":"p"},"Action":"*","Condition":{}}}\
        """);

    @Test
    void mutatedDocumentIsReadOrRefusedAndNeverTrustsAnUnnamedProvider() {
        Random random = new Random(7);
        int parsed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String document = SEEDS.get(i % SEEDS.size());
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                document = mutated(document, random);
            }
            Optional<TrustPolicy> policy = read(document);
            parsed += policy.isPresent() ? 1 : 0;
            policy.ifPresent(TrustPolicyFuzzTest::trustsNobodyUnnamed);
        }
        assertThat(parsed).isBetween(ROUNDS / 100, ROUNDS / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{\"a\":", "{\"Statement\":[", "\"", "\\", "9", "-", "\ud800", "\udc00\ud800", "{\"Id\":1e"
            })
    void textOfOneRepeatedPieceIsRefused(String piece) {
        for (int length = 1; length <= 2_048; length += 89) {
            String document = piece.repeat(length);
            assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> TrustPolicy.parse(document));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-2147483649", "0.00000000000000000000000000000000001", "\"\\ud800\""})
    void oddValuesAreLiteralText(String value) {
        String condition = "\"Condition\":{\"StringEquals\":{\"p:aud\":" + value + "}}";

        assertThat(read(SEEDS.get(1).replace("\"Condition\":{}", condition))).isPresent();
    }

    @Test
    void longNumberIsReadOrRefused() {
        for (int digits = 1; digits < 1_900; digits++) {
            read(SEEDS.get(1).replace("{}", "{\"StringEquals\":{\"p:aud\":" + "7".repeat(digits) + "}}"));
        }
    }

    private static Optional<TrustPolicy> read(String document) {
        try {
            return Optional.of(TrustPolicy.parse(document));
        } catch (InvalidPolicyException e) {
            assertThat(e.getMessage()).hasSizeLessThan(300).matches("[\\x20-\\x7e]+");
            return Optional.empty();
        }
    }

    private static void trustsNobodyUnnamed(TrustPolicy policy) {
        TrustRequest unnamed = new TrustRequest(
                Set.of(), Requests.ACTION, ConditionContext.builder().build());

        assertThat(policy.decide(unnamed)).isInstanceOf(ImplicitDeny.class);
        assertThat(policy.decide(Requests.withoutKeys("p"))).isNotNull();
    }

    private static String mutated(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(6));
        int pick = random.nextInt(PIECES.length());
        String middle = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> PIECES.substring(pick, pick + 1);
            case 2 -> text.substring(from, to) + text.substring(from, to);
            default -> text.substring(from, to).toUpperCase(Locale.ROOT);
        };
        return text.substring(0, from) + middle + text.substring(to);
    }
}
