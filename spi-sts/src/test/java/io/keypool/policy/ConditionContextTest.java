package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sources: IAM User Guide, reference_policies_elements_condition and
 * reference_policies_condition-single-vs-multi-valued-context-keys.
 */
class ConditionContextTest {

    @Test
    void keysAreComparedWithoutCase() {
        ConditionContext context = ConditionContext.builder()
                .single("Server.Example.COM:aud", "App")
                .build();

        assertThat(context.values("server.example.com:aud")).containsExactly("App");
    }

    @Test
    void missingKeyHasNoValues() {
        assertThat(ConditionContext.builder().build().values("p:aud")).isEmpty();
    }

    @Test
    void keySetTwiceKeepsTheLastValue() {
        ConditionContext context = ConditionContext.builder()
                .single("p:aud", "first")
                .single("P:AUD", "last")
                .build();

        assertThat(context.values("p:aud")).containsExactly("last");
    }

    @Test
    void refusesManyValuesForASingleValuedKeyAndTheReverse() {
        ConditionContext.Builder builder = ConditionContext.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.multi("p:aud", List.of("a", "b")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.multi("P:SUB", List.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.single("p:amr", "a"));
    }

    @Test
    void doesNotChangeOnceBuilt() {
        List<String> amr = new ArrayList<>(List.of("authenticated"));
        ConditionContext.Builder builder = ConditionContext.builder().multi("p:amr", amr);
        ConditionContext context = builder.build();

        amr.add("graph.facebook.com");
        builder.multi("p:amr", List.of());

        assertThat(context.values("p:amr")).containsExactly("authenticated");
    }
}
