package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.Arn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, the actions on OpenID and SAML providers; SAML metadata, 2.3 and 2.4. */
final class ProvidersTest extends IamTest {

    private static final String OPENID = "arn:aws:iam::000000000000:oidc-provider/idp.example.com/a";
    private static final String SAML = "arn:aws:iam::000000000000:saml-provider/corp";

    @Test
    void openIdProvidersAreToldWithTheirClients() {
        account.add(new OpenIdProvider(arn(OPENID), "idp.example.com/a", List.of("app", "web")));

        assertThat(call("ListOpenIDConnectProviders"))
                .contains("<OpenIDConnectProviderList><member><Arn>" + OPENID + "</Arn></member>");
        assertThat(call("GetOpenIDConnectProvider", "OpenIDConnectProviderArn=" + OPENID))
                .contains("<Url>idp.example.com/a</Url><ClientIDList><member>app</member><member>web</member>"
                        + "</ClientIDList><ThumbprintList></ThumbprintList>");
        assertRefused(
                () -> call("GetOpenIDConnectProvider", "OpenIDConnectProviderArn=" + OPENID + "b"),
                "NoSuchEntity",
                404,
                "OpenIDConnect Provider not found for arn " + OPENID + "b");
    }

    @Test
    void samlProvidersAreToldAsMetadata() {
        account.add(new SamlProvider(
                arn(SAML), "https://corp.example.com/\"saml\"", List.of("TUlJ"), "https://corp.example.com/sso?a&b"));

        assertThat(call("ListSAMLProviders")).contains("<SAMLProviderList><member><Arn>" + SAML + "</Arn></member>");
        assertThat(call("GetSAMLProvider", "SAMLProviderArn=" + SAML)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">"))
                .contains("<SAMLMetadataDocument><EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\"")
                .contains("<X509Data><X509Certificate>TUlJ</X509Certificate></X509Data></KeyInfo></KeyDescriptor>")
                .contains("Location=\"https://corp.example.com/sso?a&amp;amp;b\"");
        assertRefused(
                () -> call("GetSAMLProvider", "SAMLProviderArn=" + OPENID),
                "NoSuchEntity",
                404,
                "Manifest not found for arn " + OPENID);
    }

    private static Arn arn(String text) {
        return Arn.parse(text).orElseThrow();
    }
}
