package io.keypool.it;

import static io.keypool.it.IamRolesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/** Source: IAM API Reference, the actions on OpenID and SAML providers. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamProvidersIT {

    private static final String OPENID = "arn:aws:iam::000000000000:oidc-provider/idp.example.com/tenant";
    private static final String SAML = "arn:aws:iam::000000000000:saml-provider/corp";

    private IamTenant tenant;
    private IamClient iam;

    @BeforeAll
    void createProviders(Keypool keypool) {
        tenant = IamTenant.create(keypool);
        iam = tenant.iam();
        String issuer = "https://idp.example.com/tenant";
        tenant.realm().addBroker("one", Map.of("issuer", issuer, "clientId", "web"));
        tenant.realm().addBroker("two", Map.of("issuer", issuer, "clientId", "mobile"));
        tenant.realm()
                .addBroker(
                        "corp",
                        "saml",
                        Map.of(
                                "idpEntityId", "https://corp.example.com/saml",
                                "entityId", "keypool",
                                "singleSignOnServiceUrl", "https://corp.example.com/sso?a=b&c=d",
                                "signingCertificate", "TUlJ"));
    }

    @AfterAll
    void removeTenant() {
        tenant.close();
    }

    @Test
    void openIdProvidersAreThoseOfTheRealm() {
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .extracting(OpenIDConnectProviderListEntry::arn)
                .containsExactly(OPENID);

        var provider = iam.getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(OPENID));

        assertThat(provider.url()).isEqualTo("idp.example.com/tenant");
        assertThat(provider.clientIDList()).containsExactlyInAnyOrder("web", "mobile");
        assertThat(provider.thumbprintList()).isEmpty();
        assertRefused(
                () -> iam.getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(OPENID + "s")),
                NoSuchEntityException.class,
                404,
                "OpenIDConnect Provider not found for arn " + OPENID + "s");
    }

    @Test
    void samlProvidersAreThoseOfTheRealmWithTheirMetadata() {
        assertThat(iam.listSAMLProviders().samlProviderList())
                .extracting(SAMLProviderListEntry::arn)
                .containsExactly(SAML);
        assertThat(iam.getSAMLProvider(request -> request.samlProviderArn(SAML)).samlMetadataDocument())
                .contains("entityID=\"https://corp.example.com/saml\"")
                .contains("<X509Certificate>TUlJ</X509Certificate>")
                .contains("Location=\"https://corp.example.com/sso?a=b&amp;c=d\"");
        assertRefused(
                () -> iam.getSAMLProvider(request -> request.samlProviderArn(SAML + "s")),
                NoSuchEntityException.class,
                404,
                "Manifest not found for arn " + SAML + "s");
    }
}
