package io.keypool.iam;

import java.util.List;

/** The account's identity providers. */
public interface Federation {

    List<OpenIdProvider> openIdProviders();

    List<SamlProvider> samlProviders();
}
