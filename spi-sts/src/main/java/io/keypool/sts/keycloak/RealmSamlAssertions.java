package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.aws.Secret;
import io.keypool.sts.SamlAssertions;
import io.keypool.sts.SamlIdentity;
import io.keypool.sts.StsFault;
import io.keypool.sts.keycloak.saml.NameId;
import io.keypool.sts.keycloak.saml.SamlVerifier;
import io.keypool.sts.keycloak.saml.UsedAssertions;
import io.keypool.sts.keycloak.saml.VerifiedAssertion;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Proves assertions of the realm's SAML identity providers. */
final class RealmSamlAssertions implements SamlAssertions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;

    RealmSamlAssertions(KeycloakSession session, RealmModel realm, InstantSource clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    @Override
    public Proven verify(Arn provider, Secret assertion) {
        IdentityProviderModel model = find(provider).orElseThrow(StsFault::unknownSamlProvider);
        return AssertionRefusals.translated(() -> {
            VerifiedAssertion verified = verifier().verify(new SAMLIdentityProviderConfig(model), assertion);
            return new ProvenHere(identity(provider, verified), verified);
        });
    }

    private SamlVerifier verifier() {
        return new SamlVerifier(session, realm, clock, RealmIssuer.url(session, realm) + "/" + StsProviderFactory.ID);
    }

    private Optional<IdentityProviderModel> find(Arn provider) {
        boolean ours = provider.service().equals("iam")
                && provider.account().equals(RealmAccount.of(realm).value())
                && provider.resource().startsWith(Arn.SAML_PROVIDER);
        return Optional.of(provider)
                .filter(arn -> ours)
                .map(arn -> arn.resource().substring(Arn.SAML_PROVIDER.length()))
                .map(session.identityProviders()::getByAlias)
                .filter(IdentityProviderModel::isEnabled)
                .filter(ProviderKey::isSaml);
    }

    private static SamlIdentity identity(Arn provider, VerifiedAssertion assertion) {
        NameId subject = assertion.nameId();
        return new SamlIdentity(
                provider,
                assertion.issuer(),
                subject.value(),
                subject.format(),
                assertion.recipient(),
                new AssertionSession(provider, assertion).read());
    }

    /** AWS takes an assertion as often as it comes; one whose issuer says that it is for once is not. */
    private final class ProvenHere implements Proven {

        private final SamlIdentity identity;
        private final VerifiedAssertion assertion;

        ProvenHere(SamlIdentity identity, VerifiedAssertion assertion) {
            this.identity = identity;
            this.assertion = assertion;
        }

        @Override
        public SamlIdentity identity() {
            return identity;
        }

        @Override
        public void use() {
            if (assertion.isForOnce()) {
                AssertionRefusals.translated(() -> {
                    new UsedAssertions(session, realm, clock).use(ProviderKey.ofSaml(identity.issuer()), assertion);
                    return assertion;
                });
            }
        }
    }
}
