package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Decides generated cases here and in {@code @cloud-copilot/iam-simulate}, a process of its own. On common ground no
 * case may differ; on each other ground the kinds of differences are those that {@code docs/policy-differences.md}
 * explains.
 */
@Tag("differential")
class PeerDifferencesTest {
    private static final int CASES = Integer.getInteger("differential.cases", 120_000);
    private static final Map<Class<? extends Decision>, String> NAMES = Map.of(
            Decision.Allow.class, "Allowed",
            Decision.ExplicitDeny.class, "ExplicitlyDenied",
            Decision.ImplicitDeny.class, "ImplicitlyDenied");

    @ParameterizedTest
    @EnumSource(Ground.class)
    void differsOnlyWhereTheDocumentSays(Ground ground) throws IOException, InterruptedException {
        List<ObjectNode> cases = cases(ground);
        List<String> theirs = PeerProcess.decide(cases);
        Map<String, Integer> differences = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String ours = ours(cases.get(i));
            if (!ours.equals(theirs.get(i))) {
                String kind = "ours " + ours + ", theirs " + theirs.get(i);
                differences.merge(kind, 1, Integer::sum);
                examples.merge(kind, cases.get(i).toString(), PeerDifferencesTest::shorter);
            }
        }
        Files.writeString(
                PeerProcess.TARGET.resolve(ground + ".txt"), differences + " of " + cases.size() + "\n" + examples);
        assertThat(differences.keySet())
                .as("%s", examples)
                .allMatch(kind -> ground.explains(kind.substring("ours ".length(), kind.indexOf(','))));
    }

    private static List<ObjectNode> cases(Ground ground) {
        RandomIamCases random = new RandomIamCases(ground.name().hashCode(), ground);
        int count = ground == Ground.COMMON ? CASES : CASES / 10;
        List<ObjectNode> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(random.next());
        }
        return cases;
    }

    private static String ours(ObjectNode each) {
        ObjectNode vector = each.deepCopy();
        vector.set("resource", each.path("resourcePolicy"));
        return NAMES.getOrDefault(new PolicyVector(vector).decide(each).getClass(), "none");
    }

    private static String shorter(String one, String other) {
        return other.length() < one.length() ? other : one;
    }
}
