package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tokens that nobody with the pools' key has signed, at both addresses of STS.
 *
 * <p>Source: reference/aws-contract.md §4.2 (InvalidIdentityToken, 400, texts); RFC 8725 §2.1, §3.1, §3.2 (algorithm
 * confusion, {@code none}) and §3.10 (keys that a token names); RFC 7515 §4.1 (header parameters).
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
@TestInstance(PER_CLASS)
final class ForgedTokenIT {

    private static final String NO_KEY = "Couldn't retrieve verification key from your identity provider, please"
            + " reference AssumeRoleWithWebIdentity documentation for requirements";

    private final Keypool keypool;
    private final Tenant tenant;
    private final RSAKey attacker;

    ForgedTokenIT(Keypool keypool, Tenant tenant, @TempDir Path directory) {
        this.keypool = keypool;
        this.tenant = tenant;
        this.attacker = SelfSigned.key(directory);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheTokenThatTheForgedOnesAreMadeFrom(StsDoor door) {
        WireAnswer answer = send(door, tenant.sign(tenant.claims().build()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenThatNamesNoAlgorithm(StsDoor door) {
        for (String algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
            String header =
                    "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + tenant.key().getKeyID() + "\"}";
            String signed = encode(header) + "." + payload();

            assertInvalid(send(door, signed + "."));
            assertInvalid(send(door, signed));
            assertInvalid(send(door, signed + "." + signature()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutItsSignature(StsDoor door) {
        String header = tenant.header().build().toBase64URL().toString();

        assertInvalid(send(door, header + "." + payload() + "."));
        assertInvalid(send(door, header + "." + payload()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAMacWithThePublicKeyAsItsSecret(StsDoor door) throws JOSEException {
        byte[] der = tenant.key().toRSAPublicKey().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        List<byte[]> secrets = List.of(
                der,
                pem.getBytes(UTF_8),
                (pem + "\n").getBytes(UTF_8),
                base64.replace("\n", "").getBytes(UTF_8));
        for (byte[] secret : secrets) {
            for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS512)) {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(algorithm)
                                .keyID(tenant.key().getKeyID())
                                .build(),
                        tenant.claims().build());
                token.sign(new MACSigner(secret));

                assertInvalid(send(door, token.serialize()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAForeignKeyUnderOurKeyId(StsDoor door) {
        assertInvalid(send(door, forge(header -> header)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAForeignKeyThatTheHeaderCarries(StsDoor door) {
        assertInvalid(send(door, forge(header -> header.jwk(attacker.toPublicJWK()))));
        assertInvalid(send(door, forge(header -> header.x509CertChain(attacker.getX509CertChain()))));
        assertNoKey(send(door, forge(header -> header.keyID(null).jwk(attacker.toPublicJWK()))));
        assertNoKey(send(door, forge(header -> header.keyID(null).x509CertChain(attacker.getX509CertChain()))));
    }

    @ParameterizedTest
    @EnumSource
    void neverFetchesAForeignKeyThatTheHeaderPointsTo(StsDoor door) throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        byte[] keys = new JWKSet(attacker.toPublicJWK()).toString().getBytes(UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
        try {
            assertInvalid(send(door, forge(header -> header.jwkURL(url))));
            assertInvalid(send(door, forge(header -> header.x509CertURL(url))));
            assertNoKey(
                    send(door, forge(header -> header.keyID("new").jwkURL(url).x509CertURL(url))));
        } finally {
            server.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyIdThatNobodyKnows(StsDoor door) {
        // The id of another component of the realm is no key's id either.
        String poolComponent = tenant.poolId().substring("us-east-1:".length());
        String pathLike = "../" + tenant.key().getKeyID();
        for (String id :
                List.of(UUID.randomUUID().toString(), poolComponent, pathLike, "", "\u0000", "a".repeat(5000))) {
            assertNoKey(send(door, Tenant.sign(tenant.header().keyID(id).build(), claims(), tenant.key())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutAKeyId(StsDoor door) {
        assertNoKey(send(door, Tenant.sign(tenant.header().keyID(null).build(), claims(), tenant.key())));
    }

    @ParameterizedTest
    @EnumSource
    void refusesClaimsThatWereChangedAfterSigning(StsDoor door) {
        JWTClaimsSet original = claims();
        String[] parts = tenant.sign(original).split("\\.", -1);
        List<UnaryOperator<JWTClaimsSet.Builder>> changes = List.of(
                claims -> claims.subject("us-east-1:" + UUID.randomUUID()),
                claims -> claims.audience(tenant.otherPoolId()),
                claims -> claims.claim("amr", List.of("authenticated")),
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(86_400))),
                claims -> claims.claim("more", true));
        for (UnaryOperator<JWTClaimsSet.Builder> change : changes) {
            JWTClaimsSet changed =
                    change.apply(new JWTClaimsSet.Builder(original)).build();

            assertInvalid(send(door, parts[0] + "." + encode(changed.toString()) + "." + parts[2]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnExpiredTokenThatWasGivenANewExpiry(StsDoor door) {
        Date past = Date.from(Instant.now().minusSeconds(10));
        JWTClaimsSet expired = tenant.claims().expirationTime(past).build();
        String[] parts = tenant.sign(expired).split("\\.", -1);

        assertInvalid(send(door, parts[0] + "." + payload() + "." + parts[2]));
    }

    @ParameterizedTest
    @EnumSource
    void refusesOneKeyUnderAnotherAlgorithm(StsDoor door) {
        for (JWSAlgorithm algorithm :
                List.of(JWSAlgorithm.PS256, JWSAlgorithm.PS512, JWSAlgorithm.RS384, JWSAlgorithm.RS512)) {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .keyID(tenant.key().getKeyID())
                    .build();

            assertInvalid(send(door, Tenant.sign(header, claims(), tenant.key())));
        }
    }

    /** What the attacker signs with a key of its own, under a header that pretends. */
    private String forge(UnaryOperator<JWSHeader.Builder> header) {
        return Tenant.sign(header.apply(tenant.header()).build(), claims(), attacker);
    }

    private JWTClaimsSet claims() {
        return tenant.claims().build();
    }

    private String payload() {
        return encode(claims().toString());
    }

    private String signature() {
        return tenant.sign(claims()).split("\\.", -1)[2];
    }

    private static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    private static Refusal assertInvalid(WireAnswer answer) {
        return Refusal.ofSts(answer).expect(400, "InvalidIdentityToken");
    }

    private static void assertNoKey(WireAnswer answer) {
        assertThat(assertInvalid(answer).message()).isEqualTo(NO_KEY);
    }

    private WireAnswer send(StsDoor door, String token) {
        return door.assumeRole(keypool.url(), tenant.realm(), tenant.roleArn(), token);
    }
}
