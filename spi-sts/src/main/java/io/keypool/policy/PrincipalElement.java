package io.keypool.policy;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The {@code Principal} or {@code NotPrincipal} of a statement. Names are compared exactly.
 *
 * @param negated it is {@code NotPrincipal}, which is in statements that deny only
 * @param everyone it is {@code "*"}
 */
record PrincipalElement(
        boolean negated, boolean everyone, Set<String> aws, Set<String> federated, Set<String> services) {
    static final String ANY_AWS = "*";

    PrincipalElement {
        aws = Set.copyOf(aws);
        federated = Set.copyOf(federated);
        services = Set.copyOf(services);
    }

    /** @param bounded whether the principal has a permissions boundary */
    Reach reach(PrincipalNames names, boolean bounded, Effect effect) {
        if (negated) {
            return !bounded && sparesWholly(names) ? Reach.NONE : Reach.DIRECT;
        }
        return named(names, effect);
    }

    /** Whether it means web identities of the providers. */
    boolean mayMean(Predicate<String> providers) {
        return negated || everyone || federated.stream().anyMatch(providers);
    }

    private Reach named(PrincipalNames names, Effect effect) {
        if (everyone || meansAnyAws(names, effect) || meet(aws, names.own()) || meet(services, names.services())) {
            return Reach.DIRECT;
        }
        if (meet(federated, names.federated())) {
            return names.own().isEmpty() ? Reach.DIRECT : Reach.BEHIND;
        }
        if (meet(aws, names.behind())) {
            return Reach.BEHIND;
        }
        return meet(aws, names.account()) ? Reach.ACCOUNT : Reach.NONE;
    }

    /** The guide calls it the same as {@code "*"} for who does not sign; for the rest an Allow takes it narrowly. */
    private boolean meansAnyAws(PrincipalNames names, Effect effect) {
        return aws.contains(ANY_AWS) && (effect == Effect.DENY || names.isAwsOrAnonymous());
    }

    /**
     * Every name must be listed, since AWS looks at the account, then at the role, then at the session; and nobody with
     * a permissions boundary is ever spared.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">IAM
     *     User Guide, NotPrincipal with Deny</a>
     */
    private boolean sparesWholly(PrincipalNames names) {
        if (everyone || (aws.contains(ANY_AWS) && names.isAwsOrAnonymous())) {
            return true;
        }
        if (names.own().isEmpty()) {
            return meet(federated, names.federated()) || meet(services, names.services());
        }
        return aws.containsAll(names.own()) && aws.containsAll(names.behind()) && aws.containsAll(names.account());
    }

    private static boolean meet(Set<String> listed, Set<String> names) {
        for (String name : names) {
            if (listed.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
