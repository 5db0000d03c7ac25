package io.keypool.iam;

import io.keypool.aws.Arn;
import java.util.List;

/**
 * A SAML provider that the account knows.
 *
 * @param certificates base64 of those that it signs with
 * @param singleSignOnUrl empty when it is not known
 */
public record SamlProvider(Arn arn, String entityId, List<String> certificates, String singleSignOnUrl) {

    public SamlProvider {
        certificates = List.copyOf(certificates);
    }
}
