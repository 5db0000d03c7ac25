package io.keypool.policy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import java.util.Set;

/**
 * Who asks. Policies of resources and roles name it in their {@code Principal}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM User
 *     Guide, AWS JSON policy elements: Principal</a>
 */
public sealed interface Principal {

    /**
     * Temporary credentials of a role.
     *
     * @param federated every name of the provider that the session came through; empty for a session without one
     */
    record RoleSession(Arn session, Arn role, Set<String> federated) implements Principal {
        public RoleSession {
            federated = Set.copyOf(federated);
        }
    }

    /** A user with keys of its own. */
    record User(Arn user) implements Principal {}

    /** Temporary credentials of a user, from GetFederationToken. */
    record FederatedUser(Arn session, Arn user) implements Principal {}

    /** The account itself. */
    record Root(AccountId account) implements Principal {}

    /** Somebody with a token or an assertion, before any role is assumed; every name of the provider. */
    record Federated(Set<String> names) implements Principal {
        public Federated {
            names = Set.copyOf(names);
        }
    }

    /** A service, by every name that it has. */
    record Service(Set<String> names) implements Principal {
        public Service {
            names = Set.copyOf(names);
        }
    }

    /** Nobody who signed. */
    record Anonymous() implements Principal {}
}
