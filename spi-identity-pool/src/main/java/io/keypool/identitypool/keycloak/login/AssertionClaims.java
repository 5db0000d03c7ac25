package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Arn;
import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.TokenRoles;
import io.keypool.sts.keycloak.saml.VerifiedAssertion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a SAML assertion says, as the claims of a login: its attributes by their names, {@code sub} and {@code aud} as
 * STS has them for {@code saml:sub} and {@code saml:aud}, and the roles that it names.
 */
final class AssertionClaims {

    private final VerifiedAssertion assertion;
    private final SamlProvider provider;
    private final Subject subject;

    AssertionClaims(VerifiedAssertion assertion, SamlProvider provider, Subject subject) {
        this.assertion = assertion;
        this.provider = provider;
        this.subject = subject;
    }

    LoginClaims asked(AskedClaims asked) {
        Map<String, List<String>> values = new HashMap<>();
        asked.claims().forEach(claim -> values.put(claim, values(claim)));
        values.values().removeIf(List::isEmpty);
        List<String> roles =
                assertion.roles(provider.arn()).stream().map(Arn::toString).toList();
        return new LoginClaims(asked.names(), values, TokenRoles.ofAssertion(roles));
    }

    private List<String> values(String claim) {
        return switch (claim) {
            case "sub" -> List.of(subject.id().reveal());
            case "aud" -> List.of(assertion.recipient());
            default -> assertion.attributes(claim).getOrDefault(claim, List.of());
        };
    }
}
