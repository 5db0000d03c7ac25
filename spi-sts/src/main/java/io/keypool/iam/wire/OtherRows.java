package io.keypool.iam.wire;

import java.util.List;

/** Actions on identity providers, and simulations. */
final class OtherRows {

    static final List<Row> ALL = List.of(
            Row.of("ListOpenIDConnectProviders", iam -> {
                var providers = iam.providers().listOpenId();
                return xml -> xml.list(
                        "OpenIDConnectProviderList",
                        providers,
                        (entry, provider) -> entry.text("Arn", provider.arn().toString()));
            }),
            Row.of(
                    "GetOpenIDConnectProvider",
                    members -> members.requiredArn("OpenIDConnectProviderArn"),
                    (iam, arn) -> {
                        var provider = iam.providers().getOpenId(arn);
                        return xml -> IamXml.openIdProvider(xml, provider);
                    }),
            Row.of("ListSAMLProviders", iam -> {
                var providers = iam.providers().listSaml();
                return xml -> xml.list(
                        "SAMLProviderList",
                        providers,
                        (entry, provider) -> entry.text("Arn", provider.arn().toString()));
            }),
            Row.of("GetSAMLProvider", members -> members.requiredArn("SAMLProviderArn"), (iam, arn) -> {
                var provider = iam.providers().getSaml(arn);
                return xml -> IamXml.samlProvider(xml, provider);
            }),
            Row.of(
                    "SimulateCustomPolicy",
                    members -> new SimulationReader(members).read(Inputs.requiredPolicyInputs(members)),
                    (iam, request) -> {
                        var page = iam.simulator().custom(request);
                        return xml -> IamXml.page(xml, "EvaluationResults", page, IamXml::simulated);
                    }),
            Row.of(
                    "SimulatePrincipalPolicy",
                    Inputs::policySource,
                    members -> new SimulationReader(members).read(Inputs.policyInputs(members)),
                    (iam, source, request) -> {
                        var page = iam.simulator().principal(source, request);
                        return xml -> IamXml.page(xml, "EvaluationResults", page, IamXml::simulated);
                    }),
            Row.of("GetContextKeysForCustomPolicy", Inputs::requiredPolicyInputs, (iam, documents) -> {
                var keys = iam.simulator().customKeys(documents);
                return xml -> xml.texts("ContextKeyNames", keys);
            }),
            Row.of(
                    "GetContextKeysForPrincipalPolicy",
                    Inputs::policySource,
                    Inputs::policyInputs,
                    (iam, source, documents) -> {
                        var keys = iam.simulator().principalKeys(source, documents);
                        return xml -> xml.texts("ContextKeyNames", keys);
                    }));

    private OtherRows() {}
}
