package io.keypool.it;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** IAM of the demo realm as one of the nodes serves it, for who may do everything there. */
record IamAtNode(Keypool node) {

    private static final AwsCredentialsIdentity OPERATOR =
            AwsCredentialsIdentity.create("demo-operator", "demo-operator-secret-0123456789");

    /** The answer to a call. */
    HttpResponse<String> call(String action, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("Action", action, "Version", "2010-05-08"));
        form.putAll(parameters);
        return SdkSigner.of(OPERATOR)
                .to("iam")
                .call(node.url().resolve("/realms/demo/iam"), RawHttp.encode(form))
                .send(node.raw());
    }
}
