package io.keypool.iam;

import io.keypool.aws.Arn;
import java.util.List;

/**
 * An OpenID provider that the account knows.
 *
 * @param url its issuer without the scheme, as AWS tells it
 */
public record OpenIdProvider(Arn arn, String url, List<String> clientIds) {

    public OpenIdProvider {
        clientIds = List.copyOf(clientIds);
    }
}
