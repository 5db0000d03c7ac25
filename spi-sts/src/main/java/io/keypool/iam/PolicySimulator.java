package io.keypool.iam;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.policy.ContextKeys;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** SimulateCustomPolicy, SimulatePrincipalPolicy, and which condition keys those need. */
public final class PolicySimulator {

    private static final String ROLE = "role/";
    private static final String USER = "user/";

    private final AccountId account;
    private final Users users;
    private final Guarded guarded;

    PolicySimulator(Ports ports, Guarded guarded) {
        this.account = ports.account();
        this.users = ports.users();
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">AWS</a> */
    public Page<SimulationResult> custom(SimulationRequest request) {
        guarded.access().require("SimulateCustomPolicy", About.nothing());
        if (request.resourcePolicy() != null && request.caller() == null) {
            throw IamFault.invalidInput("CallerArn is required for a simulation with a ResourcePolicy.");
        }
        return new Simulation(request, caller(request.caller()), given(request), boundaries(request)).results();
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">AWS</a> */
    public Page<SimulationResult> principal(Arn source, SimulationRequest request) {
        Subject subject = subject("SimulatePrincipalPolicy", source);
        List<NamedPolicy> own = new ArrayList<>(subject.policies());
        own.addAll(given(request));
        return new Simulation(
                        request,
                        request.caller() == null ? subject.principal() : caller(request.caller()),
                        own,
                        request.boundaries().isEmpty() ? subject.boundaries() : boundaries(request))
                .results();
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html">AWS</a>
     */
    public List<String> customKeys(List<String> documents) {
        guarded.access().require("GetContextKeysForCustomPolicy", About.nothing());
        return keys(numbered("PolicyInputList", documents));
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html">AWS</a>
     */
    public List<String> principalKeys(Arn source, List<String> documents) {
        Subject subject = subject("GetContextKeysForPrincipalPolicy", source);
        List<NamedPolicy> all = new ArrayList<>(subject.policies());
        all.addAll(subject.boundaries());
        all.addAll(numbered("PolicyInputList", documents));
        return keys(all);
    }

    private static List<String> keys(List<NamedPolicy> policies) {
        policies.forEach(policy -> Simulation.parsed(policy, PolicyKind.IDENTITY));
        return ContextKeys.in(policies.stream().map(NamedPolicy::document).toList());
    }

    private Subject subject(String action, Arn source) {
        boolean ours = source.service().equals("iam") && source.account().equals(account.value());
        if (ours && source.resource().startsWith(ROLE)) {
            return role(action, source);
        }
        if (ours && source.resource().startsWith(USER)) {
            return user(action, source);
        }
        throw IamFault.invalidInput("Invalid Entity Arn: " + source + " does not clearly define entity type and name.");
    }

    private Subject role(String action, Arn source) {
        guarded.access().require(action, About.resource(source));
        Entities entities = guarded.unasked();
        String name = source.resource().substring(source.resource().lastIndexOf('/') + 1);
        IamRole role = entities.role(name)
                .filter(found -> found.arn().equals(source))
                .orElseThrow(() -> IamFault.noSuchRole(name));
        List<NamedPolicy> policies = new ArrayList<>();
        role.settings().inlinePolicies().forEach((id, document) -> policies.add(new NamedPolicy(id, "role", document)));
        role.settings().managedPolicies().stream()
                .flatMap(arn -> entities.policy(arn).stream())
                .forEach(policy -> policies.add(managed(policy)));
        Arn session = Arn.assumedRole(account, name, "PolicySimulator");
        return new Subject(
                new Principal.RoleSession(session, role.arn(), Set.of()), policies, boundary(entities, role));
    }

    /** A boundary that was deleted lets nothing through, as in a session of the role. */
    private static List<NamedPolicy> boundary(Entities entities, IamRole role) {
        Arn arn = role.settings().boundary();
        if (arn == null) {
            return List.of();
        }
        return List.of(entities.policy(arn)
                .map(PolicySimulator::managed)
                .orElseGet(() -> new NamedPolicy(arn.toString(), "user-managed", """
                        {"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}""")));
    }

    private static NamedPolicy managed(ManagedPolicy policy) {
        return new NamedPolicy(policy.name(), "user-managed", policy.document());
    }

    private Subject user(String action, Arn source) {
        guarded.access().require(action, About.resource(source));
        List<NamedPolicy> policies = users.policies(source)
                .orElseThrow(() -> IamFault.noSuchUser(source.resource().substring(USER.length())));
        return new Subject(new Principal.User(source), policies, List.of());
    }

    private static List<NamedPolicy> given(SimulationRequest request) {
        return numbered("PolicyInputList", request.policies());
    }

    private static List<NamedPolicy> boundaries(SimulationRequest request) {
        return numbered("PermissionsBoundaryPolicyInputList", request.boundaries());
    }

    private static List<NamedPolicy> numbered(String list, List<String> documents) {
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new NamedPolicy(list + "." + (i + 1), "none", documents.get(i)))
                .toList();
    }

    private static Principal caller(@Nullable Arn user) {
        return user == null ? new Principal.Anonymous() : new Principal.User(user);
    }

    /** Whose policies are simulated. */
    private record Subject(Principal principal, List<NamedPolicy> policies, List<NamedPolicy> boundaries) {}
}
