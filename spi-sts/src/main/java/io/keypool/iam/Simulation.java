package io.keypool.iam;

import io.keypool.aws.Page;
import io.keypool.policy.ContextKeys;
import io.keypool.policy.Decision;
import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the policy engine what would happen. */
final class Simulation {

    private static final PolicyLimits LIMITS = PolicyLimits.of(PolicyLimits.RAW_CHARACTERS);

    private final SimulationRequest request;
    private final Principal principal;
    private final List<NamedPolicy> all = new ArrayList<>();
    private final Policies policies;
    private final Policies boundary;
    private final List<String> missingKeys;

    /** @throws io.keypool.aws.AwsFault InvalidInput for a document that is no policy */
    Simulation(SimulationRequest request, Principal principal, List<NamedPolicy> own, List<NamedPolicy> boundaries) {
        this.request = request;
        this.principal = principal;
        List<Policy> identity = parsed(own, PolicyKind.IDENTITY);
        List<Policy> limits = parsed(boundaries, PolicyKind.BOUNDARY);
        List<Policy> resource = parsed(ofResource(request.resourcePolicy()), PolicyKind.RESOURCE);
        this.policies = new Policies(identity, limits, List.of(), resource);
        this.boundary = Policies.ofIdentity(limits);
        this.missingKeys = ContextKeys.in(
                        all.stream().map(NamedPolicy::document).toList())
                .stream()
                .filter(key -> !request.context().has(key))
                .toList();
    }

    private static List<NamedPolicy> ofResource(@Nullable String document) {
        return document == null ? List.of() : List.of(new NamedPolicy("ResourcePolicy", "resource", document));
    }

    private List<Policy> parsed(List<NamedPolicy> named, PolicyKind kind) {
        all.addAll(named);
        return named.stream().map(policy -> parsed(policy, kind)).toList();
    }

    static Policy parsed(NamedPolicy policy, PolicyKind kind) {
        try {
            return Policy.parse(policy.document(), kind, policy.id(), LIMITS);
        } catch (InvalidPolicyException invalid) {
            throw IamFault.invalidInput(policy.id() + ": " + invalid.getMessage());
        }
    }

    /** Each action on each resource. */
    Page<SimulationResult> results() {
        List<SimulationResult> results = new ArrayList<>();
        for (String action : request.actions()) {
            for (String resource : request.resources()) {
                results.add(result(action, resource));
            }
        }
        // Results have no names; their order is that of the request.
        List<Integer> positions =
                Stream.iterate(0, i -> i < results.size(), i -> i + 1).toList();
        Page<Integer> page =
                Page.of(positions, i -> String.format(Locale.ROOT, "%09d", i), String::compareTo, request.page());
        return new Page<>(page.items().stream().map(results::get).toList(), page.next());
    }

    private SimulationResult result(String action, String resource) {
        PolicyRequest asked =
                new PolicyRequest(principal, action, resource, request.context().conditions());
        Decision decision = policies.decide(asked);
        return new SimulationResult(
                action,
                resource,
                decision,
                matched(decision),
                missingKeys,
                policies.boundary().isEmpty()
                        ? Optional.empty()
                        : Optional.of(boundary.decide(asked) instanceof Decision.Allow));
    }

    private List<NamedPolicy> matched(Decision decision) {
        if (decision instanceof Decision.Allow allow) {
            return named(allow.statement().policy());
        }
        return decision instanceof Decision.ExplicitDeny deny
                ? named(deny.statement().policy())
                : List.of();
    }

    private List<NamedPolicy> named(String id) {
        return all.stream().filter(policy -> policy.id().equals(id)).limit(1).toList();
    }
}
