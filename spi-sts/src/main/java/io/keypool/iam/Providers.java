package io.keypool.iam;

import io.keypool.aws.Arn;
import java.util.List;

/** The account's identity providers, to look at: they are made and changed as the host has it. */
public final class Providers {

    private final Federation federation;
    private final Access access;

    Providers(Ports ports, Access access) {
        this.federation = ports.federation();
        this.access = access;
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html">AWS</a>
     */
    public List<OpenIdProvider> listOpenId() {
        access.require("ListOpenIDConnectProviders", About.nothing());
        return federation.openIdProviders();
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html">AWS</a> */
    public OpenIdProvider getOpenId(Arn arn) {
        access.require("GetOpenIDConnectProvider", About.resource(arn));
        return federation.openIdProviders().stream()
                .filter(provider -> provider.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> IamFault.noSuchOpenIdProvider(arn));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html">AWS</a> */
    public List<SamlProvider> listSaml() {
        access.require("ListSAMLProviders", About.nothing());
        return federation.samlProviders();
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html">AWS</a> */
    public SamlProvider getSaml(Arn arn) {
        access.require("GetSAMLProvider", About.resource(arn));
        return federation.samlProviders().stream()
                .filter(provider -> provider.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> IamFault.noSuchSamlProvider(arn));
    }
}
