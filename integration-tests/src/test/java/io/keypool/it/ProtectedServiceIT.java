package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** Protected services as components of a realm. Source: issue 3, point 7; docs/configuration.md. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProtectedServiceIT {

    private static final String TYPE = "io.keypool.sts.keycloak.ProtectedServiceProvider";
    private static final String ROLE = OwnRealm.roleArn("Guest");

    private final Keypool keypool;
    private final OwnRealm realm;
    private final Credentials guest;

    ProtectedServiceIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        String pool = realm.addPool(Map.of("unauthenticatedRoleArn", ROLE, "signatureAlgorithm", "ES256"));
        HttpResponse<String> made =
                realm.tryToAddRole("Guest", Map.of("trustPolicy", OwnRealm.trustOfGuests(pool), "inlinePolicies", """
                        Near {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::files/*"},
                          {"Effect": "Allow", "Action": "execute-api:Invoke",
                           "Resource": "arn:aws:execute-api:us-east-1:000000000000:it/$default/GET/*"},
                          {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::files",
                           "Condition": {"StringLike": {"s3:prefix": "public/*"}}},
                          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::files/near/*",
                           "Condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}},
                          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::files/tls/*",
                           "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
                          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::files/curl/*",
                           "Condition": {"StringNotLike": {"aws:UserAgent": "curl/*"}}}]}"""));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        this.guest = realm.credentials(realm.newGuest(pool));
        add("files", Map.of("hosts", "files.example.com", "mapping", "s3", "payload", "unsigned-over-tls"));
        add("signed", Map.of("hosts", "signed.example.com", "mapping", "s3"));
        add("checked", Map.of("hosts", "checked.example.com", "mapping", "s3", "payload", "checked"));
        add("call", Map.of("hosts", "call.example.com", "mapping", "execute-api", "apiId", "it", "payload", "checked"));
        add("own", Map.of("hosts", "own.example.com:8443", "mapping", "s3", "service", "files", "regions", "mars-1"));
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a, mapping=s3, has a host",
        "b, hosts=b.example.com, mapping is one of",
        "c, hosts=c.example.com;mapping=s4, mapping is one of",
        "d, hosts=D.example.com;mapping=s3, lower case",
        "e, hosts=https://e.example.com;mapping=s3, is a name",
        "f, hosts=*.example.com;mapping=s3, is a name",
        "g, hosts=files.example.com;mapping=s3, files.example.com",
        "h, hosts=h.example.com;mapping=execute-api, apiId",
        "i, hosts=i.example.com;mapping=execute-api;apiId=a/b, apiId",
        "j, hosts=j.example.com;mapping=execute-api;apiId=a;stage=*, stage",
        "k, hosts=k.example.com;mapping=s3;payload=any, payload",
        "l, hosts=l.example.com;mapping=s3;service=S3, service",
        "m, hosts=m.example.com;mapping=s3;regions=us_east, region"
    })
    void whatIsNoServiceIsRefusedWithTheReason(String name, String config, String reason) {
        Map<String, List<String>> options = new HashMap<>();
        for (String option : config.split(";", -1)) {
            String[] parts = option.split("=", 2);
            options.put(parts[0], List.of(parts[1]));
        }
        HttpResponse<String> refused = keypool.admin()
                .post(
                        "/" + realm.name() + "/components",
                        Map.of(
                                "name", name,
                                "providerType", TYPE,
                                "providerId", "protected-service",
                                "config", options));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(reason);
    }

    @Test
    void policiesAskAboutTheClientAndNotAboutItsGateway() {
        GatewayRequest near = file("GET", "/files/near/a");
        GatewayRequest tls = file("GET", "/files/tls/a");
        GatewayRequest curl = file("GET", "/files/curl/a");

        assertThat(status(near.signed(guest, "s3").from("192.0.2.99"))).isEqualTo(200);
        assertThat(status(near.signed(guest, "s3").from("198.51.100.1"))).isEqualTo(403);
        assertThat(status(near.signed(guest, "s3").from("2001:db8::1"))).isEqualTo(403);
        assertThat(status(tls.signed(guest, "s3"))).isEqualTo(200);
        assertThat(status(tls.by("http").signed(guest, "s3"))).isEqualTo(403);
        assertThat(status(curl.signed(guest, "s3").with("User-Agent", "curl/8.0")))
                .isEqualTo(200);
        assertThat(status(curl.signed(guest, "s3").with("User-Agent", "Wget/1.0")))
                .isEqualTo(403);
    }

    /** What a proxy before the gateway claims comes first in the list, what the gateway saw itself comes last. */
    @Test
    void anAddressThatAClientClaimsCountsForNothing() {
        GatewayRequest near = file("GET", "/files/near/a").signed(guest, "s3");

        assertThat(Gateway.FORWARD
                        .question(near.from("192.0.2.99, 198.51.100.1"), realm.name())
                        .send(keypool.url())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aListIsLimitedByItsPrefix() {
        assertThat(status(file("GET", "/files?list-type=2&prefix=public%2Fa&delimiter=%2F")
                        .signed(guest, "s3")))
                .isEqualTo(200);
        assertThat(status(file("GET", "/files?list-type=2&prefix=private%2Fa").signed(guest, "s3")))
                .isEqualTo(403);
        assertThat(status(file("GET", "/files?list-type=2").signed(guest, "s3")))
                .isEqualTo(403);
    }

    @Test
    void anUnsignedBodyIsAChoiceOfTheService() {
        assertThat(status(upload("files"))).isEqualTo(200);
        assertThat(status(upload("files").by("http"))).isEqualTo(403);
        assertThat(status(upload("signed"))).isEqualTo(403);
        assertThat(status(upload("checked"))).isEqualTo(403);
    }

    /** What AWS's Java SDK sends for GetObject, by TLS or not. */
    @Test
    void aRequestThatHasNoBodyNeedsNoSignatureOfIt() {
        for (String service : List.of("files", "signed", "checked")) {
            GatewayRequest read = GatewayRequest.of("GET", "https://" + service + ".example.com", "/files/a");

            assertThat(status(read.signedWithoutBody(guest).by("http"))).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatThePassingGatewaySendsAlongIsChecked() {
        GatewayRequest signed = GatewayRequest.of("PUT", "https://checked.example.com", "/files/a")
                .signed(guest, "s3", "us-east-1", "body")
                .without("x-amz-content-sha256");
        GatewayRequest declared = GatewayRequest.of("PUT", "https://checked.example.com", "/files/a")
                .signed(guest, "s3", "us-east-1", "body");

        assertThat(Gateway.ENVOY
                        .question(declared, realm.name())
                        .body("body")
                        .send(keypool.url())
                        .status())
                .isEqualTo(200);
        assertThat(Gateway.ENVOY
                        .question(declared, realm.name())
                        .body("evil")
                        .send(keypool.url())
                        .status())
                .isEqualTo(403);
        assertThat(status(declared)).isEqualTo(403);
        assertThat(status(signed)).isEqualTo(403);
    }

    /** Keycloak hands no body of a GET to us, so that nobody knows what is in it. */
    @Test
    void aBodyWhereNoneIsReadIsNotTakenForNone() {
        GatewayRequest call = GatewayRequest.of("GET", "https://call.example.com", "/a");

        assertThat(Gateway.ENVOY
                        .question(call.signed(guest, "execute-api"), realm.name())
                        .send(keypool.url())
                        .status())
                .isEqualTo(200);
        assertThat(Gateway.ENVOY
                        .question(call.signed(guest, "execute-api"), realm.name())
                        .body("evil")
                        .send(keypool.url())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aServiceHasANameAndRegionsOfItsOwn() {
        GatewayRequest request = GatewayRequest.of("GET", "https://own.example.com:8443", "/files/a");

        assertThat(status(request.signed(guest, "files", "mars-1", ""))).isEqualTo(200);
        assertThat(status(request.signed(guest, "files"))).isEqualTo(403);
        assertThat(status(request.signed(guest, "s3", "mars-1", ""))).isEqualTo(403);
    }

    @Test
    void aRealmThatIsClosedLetsNobodyPass() {
        GatewayRequest request = file("GET", "/files/a").signed(guest, "s3");

        realm.update("{\"enabled\": false}");
        assertThat(status(request)).isEqualTo(403);
        realm.update("{\"enabled\": true, \"sslRequired\": \"all\"}");
        assertThat(status(request)).isEqualTo(403);
        realm.update("{\"sslRequired\": \"external\"}");
        assertThat(status(request)).isEqualTo(200);
    }

    @Test
    void aRoleThatIsGoneOpensNothing() {
        try (OwnRealm other = OwnRealm.create(keypool)) {
            String pool = other.addPool(Map.of("unauthenticatedRoleArn", ROLE, "signatureAlgorithm", "ES256"));
            other.tryToAddRole("Guest", Map.of("trustPolicy", OwnRealm.trustOfGuests(pool), "inlinePolicies", """
                            All {"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}"""));
            other.addComponent(
                    TYPE, "protected-service", "files", Admin.tree(Map.of("hosts", "a.example", "mapping", "s3")));
            GatewayRequest request = GatewayRequest.of("GET", "http://a.example", "/files/a")
                    .signed(other.credentials(other.newGuest(pool)), "s3");
            assertThat(Gateway.NGINX
                            .question(request, other.name())
                            .send(keypool.url())
                            .status())
                    .isEqualTo(200);

            other.deleteRole(ROLE);

            assertThat(Gateway.NGINX
                            .question(request, other.name())
                            .send(keypool.url())
                            .status())
                    .isEqualTo(403);
        }
    }

    private void add(String name, Map<String, String> config) {
        realm.addComponent(TYPE, "protected-service", name, Admin.tree(config));
    }

    private static GatewayRequest file(String method, String target) {
        return GatewayRequest.of(method, "https://files.example.com", target);
    }

    private GatewayRequest upload(String service) {
        return GatewayRequest.of("PUT", "https://" + service + ".example.com", "/files/a")
                .signedWithoutBody(guest);
    }

    private int status(GatewayRequest request) {
        return Gateway.NGINX.question(request, realm.name()).send(keypool.url()).status();
    }
}
