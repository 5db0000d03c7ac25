package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the role of a caller in the enhanced flow.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Role-based
 *     access control</a>
 */
final class RoleChoice {

    /** A SAML assertion may name roles without anything being set in the pool; it then has to name one. */
    private static final RoleMapping BY_ASSERTION = new RoleMapping.ByToken(RoleMapping.Ambiguity.DENY);

    private final PoolRoles roles;

    RoleChoice(PoolRoles roles) {
        this.roles = roles;
    }

    /** A login whose provider has a mapping. */
    private record Mapped(String provider, RoleMapping mapping, LoginClaims login) {}

    /**
     * The role of who presents those logins, of none for a guest. Every login that is mapped has its say, whatever
     * their order: they agree, or the caller chooses what one of them offers.
     *
     * @param wanted the role that the caller asks for
     * @throws io.keypool.aws.AwsFault NotAuthorizedException, or InvalidIdentityPoolConfigurationException
     */
    Arn role(Resolved caller, Optional<String> wanted) {
        if (caller.isGuest()) {
            return assigned(roles.unauthenticated(), "guests", wanted);
        }
        List<Mapped> mapped = mapped(caller.logins());
        if (mapped.isEmpty()) {
            return authenticated(wanted);
        }
        return wanted.map(role -> offered(mapped, role))
                .orElseGet(() -> agreed(mapped).role());
    }

    /** As {@link #role}, of who proved to be somebody and asks for no role, with what decided. */
    ChosenRole chosen(List<LoginClaims> logins) {
        List<Mapped> mapped = mapped(logins);
        return mapped.isEmpty()
                ? ChosenRole.byDefault(authenticated(Optional.empty()), "No role mapping is set for the provider.")
                : agreed(mapped);
    }

    private List<Mapped> mapped(List<LoginClaims> logins) {
        return logins.stream().flatMap(login -> mapped(login).stream()).toList();
    }

    private Optional<Mapped> mapped(LoginClaims login) {
        return login.find(roles.mappings())
                .map(found -> new Mapped(found.getKey(), found.getValue(), login))
                .or(() -> byAssertion(login));
    }

    private static Optional<Mapped> byAssertion(LoginClaims login) {
        return Optional.of(login)
                .filter(saml -> saml.roles().unasked())
                .map(saml -> new Mapped(String.join(", ", saml.names()), BY_ASSERTION, saml));
    }

    private static Arn assigned(Optional<Arn> assigned, String whose, Optional<String> wanted) {
        Arn role =
                assigned.orElseThrow(() -> CognitoFault.rolesNotUsable().because("the pool has no role for " + whose));
        wanted.filter(other -> !other.equals(role.toString())).ifPresent(other -> {
            throw CognitoFault.roleForbidden(other);
        });
        return role;
    }

    private static Arn offered(List<Mapped> mapped, String wanted) {
        if (mapped.stream().noneMatch(one -> one.mapping().offered(one.login()).contains(wanted))) {
            throw CognitoFault.roleForbidden(wanted).because("no mapping offers it");
        }
        return arn(wanted);
    }

    private ChosenRole agreed(List<Mapped> mapped) {
        List<ChosenRole> chosen = mapped.stream().map(this::chosen).toList();
        if (chosen.stream().map(ChosenRole::role).distinct().count() > 1) {
            String providers = mapped.stream().map(Mapped::provider).sorted().collect(Collectors.joining(", "));
            throw CognitoFault.roleDenied(providers).because("the logins lead to different roles");
        }
        return chosen.get(0);
    }

    private ChosenRole chosen(Mapped one) {
        return one.mapping()
                .choice(one.login())
                .map(role -> ChosenRole.byMapping(arn(role), one.mapping(), one.login()))
                .orElseGet(() -> ambiguous(one));
    }

    private ChosenRole ambiguous(Mapped one) {
        if (one.mapping().ambiguity() == RoleMapping.Ambiguity.DENY) {
            throw CognitoFault.roleDenied(one.provider()).because("no role, or several");
        }
        return ChosenRole.byDefault(
                authenticated(Optional.empty()), "The mapping finds no role, or several, and leaves it at the pool's.");
    }

    private Arn authenticated(Optional<String> wanted) {
        return assigned(roles.authenticated(), "authenticated identities", wanted);
    }

    private static Arn arn(String role) {
        return Arn.parse(role)
                .orElseThrow(() -> CognitoFault.rolesNotUsable().because("what the token names is no role"));
    }
}
