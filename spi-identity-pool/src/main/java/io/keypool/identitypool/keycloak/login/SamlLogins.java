package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.OneTimeToken;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.RealmPoolIssuer;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.saml.SamlVerifier;
import io.keypool.sts.keycloak.saml.UsedAssertions;
import io.keypool.sts.keycloak.saml.VerifiedAssertion;
import java.time.InstantSource;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Logins of the realm's SAML identity providers, by SAML response; each assertion is good for once. */
final class SamlLogins {

    private final SamlVerifier responses;
    private final UsedAssertions used;
    private final LoginRefusals refusals;

    SamlLogins(KeycloakSession session, RealmModel realm, InstantSource clock, LoginRefusals refusals) {
        this.responses = new SamlVerifier(
                session, realm, clock, RealmPoolIssuer.of(session, realm).url());
        this.used = new UsedAssertions(session, realm, clock);
        this.refusals = refusals;
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when the response proves nothing, or was used */
    ProvenLogin verify(IdentityPool pool, SamlProvider provider, IdentityProviderModel model, Secret token) {
        String key = ProviderKey.of(model)
                .orElseThrow(
                        () -> CognitoFault.unsupportedProvider().because(model.getAlias() + " has no idpEntityId"));
        SAMLIdentityProviderConfig config = new SAMLIdentityProviderConfig(model);
        VerifiedAssertion assertion = responses.verify(config, token);
        Subject subject = new Subject(key, assertion.principal(config));
        used.check(key, assertion);
        OneTimeToken once = () -> refusals.use(() -> used.use(key, assertion));
        LoginClaims claims = new AssertionClaims(assertion, provider, subject).asked(AskedClaims.of(pool, provider));
        return new ProvenLogin(subject, Amr.of(provider, subject), once, claims);
    }
}
