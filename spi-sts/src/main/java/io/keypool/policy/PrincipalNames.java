package io.keypool.policy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import java.util.Set;

/**
 * Under which names a policy may mean a principal.
 *
 * @param own the name that makes the request
 * @param behind the role or user whose rights it has; what is given to that is limited by boundary and session
 * @param account what stands for everybody in the account and hands the question on to its identity policies
 * @param federated provider names
 * @param services service names
 */
record PrincipalNames(
        Set<String> own, Set<String> behind, Set<String> account, Set<String> federated, Set<String> services) {

    static PrincipalNames of(Principal principal) {
        if (principal instanceof Principal.RoleSession session) {
            return aws(session.session(), Set.of(session.role().toString()), session.federated());
        }
        if (principal instanceof Principal.User user) {
            return aws(user.user(), Set.of(), Set.of());
        }
        if (principal instanceof Principal.FederatedUser federated) {
            return aws(federated.session(), Set.of(federated.user().toString()), Set.of());
        }
        if (principal instanceof Principal.Root root) {
            Set<String> account = Set.of(root(root.account()));
            return new PrincipalNames(account, Set.of(), Set.of(), Set.of(), Set.of());
        }
        if (principal instanceof Principal.Federated federated) {
            return new PrincipalNames(Set.of(), Set.of(), Set.of(), federated.names(), Set.of());
        }
        if (principal instanceof Principal.Service service) {
            return new PrincipalNames(Set.of(), Set.of(), Set.of(), Set.of(), service.names());
        }
        return new PrincipalNames(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The account's own name in policies, {@code arn:aws:iam::account:root}. */
    static String root(AccountId account) {
        return new Arn("aws", "iam", "", account.value(), "root").toString();
    }

    /** Whether {@code {"AWS": "*"}} means it: everybody in any account, and who did not sign. */
    boolean isAwsOrAnonymous() {
        return !own.isEmpty() || (federated.isEmpty() && services.isEmpty());
    }

    private static PrincipalNames aws(Arn own, Set<String> behind, Set<String> federated) {
        String root = new Arn(own.partition(), "iam", "", own.account(), "root").toString();
        return new PrincipalNames(Set.of(own.toString()), behind, Set.of(root), federated, Set.of());
    }
}
