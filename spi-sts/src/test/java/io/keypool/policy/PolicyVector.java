package io.keypool.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Arn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Policies and requests as JSON has them, for the vectors and for the peer that we compare with. */
final class PolicyVector {
    private static final String USER = "arn:aws:iam::111122223333:user/somebody";
    private static final PolicyLimits LIMITS = PolicyLimits.of(100_000);

    private final Principal principal;
    private final Policies policies;

    PolicyVector(JsonNode example) {
        this.principal = principal(example.path("principal").asText(USER));
        this.policies = new Policies(
                policies(example, "identity", PolicyKind.IDENTITY),
                policies(example, "boundary", PolicyKind.BOUNDARY),
                policies(example, "session", PolicyKind.SESSION),
                policies(example, "resource", PolicyKind.RESOURCE));
    }

    Decision decide(JsonNode request) {
        return policies.decide(new PolicyRequest(
                principal,
                request.path("action").asText(),
                request.path("resource").asText(),
                context(request.path("context"))));
    }

    /** An array stands for a multivalued key. */
    private static ConditionContext context(JsonNode keys) {
        ConditionContext.Builder context = ConditionContext.builder();
        keys.properties().forEach(key -> {
            if (key.getValue().isArray()) {
                context.multi(
                        key.getKey(),
                        GuideExamplesTest.elements(key.getValue())
                                .map(JsonNode::asText)
                                .toList());
                return;
            }
            context.single(key.getKey(), key.getValue().asText());
        });
        return context.build();
    }

    private static List<Policy> policies(JsonNode example, String member, PolicyKind kind) {
        JsonNode documents = example.path(member);
        Stream<JsonNode> each = documents.isArray() ? GuideExamplesTest.elements(documents) : Stream.of(documents);
        return each.filter(document -> !document.isMissingNode() && !document.isNull())
                .map(document -> Policy.parse(document.toString(), kind, member, LIMITS))
                .toList();
    }

    private static Principal principal(String text) {
        Arn arn = Arn.parse(text).orElse(null);
        if (arn == null) {
            return new Principal.Anonymous();
        }
        String[] parts = arn.resource().split("/", -1);
        return switch (parts[0]) {
            case "assumed-role" -> new Principal.RoleSession(arn, iam(arn, "role/" + parts[1]), Set.of());
            case "federated-user" -> new Principal.FederatedUser(arn, iam(arn, "user/" + parts[1]));
            default -> new Principal.User(arn);
        };
    }

    private static Arn iam(Arn session, String resource) {
        return new Arn("aws", "iam", "", session.account(), resource);
    }
}
