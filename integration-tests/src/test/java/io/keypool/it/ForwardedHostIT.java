package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Which host and path a signature is over when a reverse proxy stands in front: those that the client used, if Keycloak
 * was told to trust who says so, else those that arrived. Two servers: the suite's, which trusts nobody, and one that
 * trusts {@code X-Forwarded-…} from 127.0.0.1.
 *
 * <p>Source: reference/aws-contract.md §5.2; Keycloak's guide "Configuring a reverse proxy" ({@code proxy-headers},
 * {@code proxy-trusted-addresses}).
 */
@NeedsAssembly
@ExtendWith(KeypoolExtension.class)
@TestInstance(PER_CLASS)
final class ForwardedHostIT {

    private static final String TRUSTED = "127.0.0.1";
    private static final String NOT_TRUSTED = "127.0.0.2";
    private static final String REALM = "/realms/demo/sts";

    private final Keypool plain;
    private final SdkSigner plainSigner;
    private final ServerProcess server;
    private final Keypool behindProxy;
    private final SdkSigner signer;

    ForwardedHostIT(Keypool plain, @TempDir Path directory) throws IOException, InterruptedException {
        this.plain = plain;
        this.plainSigner = SdkSigner.of(plain.credentials(plain.newGuest()));
        Path home = Path.of(System.getProperty("keypool.home"));
        this.server = ServerProcess.start(ServerSettings.of(KeycloakHome.at(home), directory.resolve("data"))
                .withEnvironment(Map.of("KC_PROXY_HEADERS", "xforwarded", "KC_PROXY_TRUSTED_ADDRESSES", TRUSTED))
                .withLog(directory.resolve("server.log")));
        this.behindProxy = new Keypool(server.url());
        this.signer = SdkSigner.of(behindProxy.credentials(behindProxy.newGuest()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, REALM + "/", "/", "/keypool" + REALM, "/keypool/"})
    void acceptsWhatWasSignedForTheProxy(String path) throws IOException {
        try (ForwardingProxy proxy = ForwardingProxy.start(behindProxy.url(), TRUSTED)) {
            URI address = proxy.url().resolve(path);

            assertPasses(signer.post(address), proxy.url());
            assertPasses(signer.presigned(address, Duration.ofMinutes(1), "Note", "a b+c"), proxy.url());
        }
    }

    @Test
    void refusesInItsOwnShapeBelowAHiddenPrefix() throws IOException {
        try (ForwardingProxy proxy = ForwardingProxy.start(behindProxy.url(), TRUSTED)) {
            SignedCall toNobody = signer.post(proxy.url().resolve("/keypool/realms/nobody/sts"));

            StsAnswer.refusal(send(toNobody, proxy.url()), 400, "InvalidAction");
        }
    }

    @Test
    void servesTheSdkThroughTheProxy() throws IOException {
        try (ForwardingProxy proxy = ForwardingProxy.start(behindProxy.url(), TRUSTED);
                StsClient client = new Keypool(proxy.url()).sts(behindProxy.credentials(behindProxy.newGuest()))) {
            assertThat(client.getCallerIdentity().arn()).contains("assumed-role/DemoGuest");
        }
    }

    @Test
    void refusesTheProxysHostUnlessProxiesAreTrusted() throws IOException {
        try (ForwardingProxy proxy = ForwardingProxy.start(plain.url(), TRUSTED);
                StsClient client = new Keypool(proxy.url()).sts(plain.credentials(plain.newGuest()))) {
            assertRefused(plainSigner.post(proxy.url().resolve(REALM)), proxy.url());
            assertThatThrownBy(client::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("SignatureDoesNotMatch"));
        }
    }

    // a second loopback address that needs no set-up
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesTheHostThatAnUntrustedProxyTells() throws IOException {
        try (ForwardingProxy proxy = ForwardingProxy.start(behindProxy.url(), NOT_TRUSTED)) {
            assertRefused(signer.post(proxy.url().resolve(REALM)), proxy.url());
            assertRefused(signer.post(proxy.url().resolve("/keypool" + REALM)), proxy.url());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.org,         http,  api.example.org,      ",
        "https://api.example.org,        https, api.example.org,      ",
        "https://api.example.org:8443,   https, api.example.org:8443, ",
        "https://api.example.org:8443,   https, api.example.org,      8443",
        "http://api.example.org:443,     http,  api.example.org,      443",
        "https://[2001:db8::1]:8443,     https, [2001:db8::1]:8443,   "
    })
    void takesTheForwardedHostWithItsPortUnlessThatIsTheSchemes(String signed, String proto, String host, String port) {
        SignedCall call = signer.post(URI.create(signed + REALM))
                .with("X-Forwarded-Proto", proto)
                .with("X-Forwarded-Host", host);

        assertPasses(port == null ? call : call.with("X-Forwarded-Port", port), behindProxy.url());
    }

    @Test
    void refusesWhatWasSignedForAnotherHostThanTheForwardedOne() {
        SignedCall own = signer.post(behindProxy.sts("demo"));

        assertPasses(own, behindProxy.url());
        assertRefused(own.with("X-Forwarded-Host", "api.example.org"), behindProxy.url());
        assertRefused(own.with("X-Forwarded-Port", "8443"), behindProxy.url());
        assertRefused(own.with("X-Forwarded-Prefix", "/keypool"), behindProxy.url());
    }

    // the kind of header that was not chosen
    @Test
    void ignoresTheOtherForwardedHeader() {
        SignedCall own = signer.post(behindProxy.sts("demo"));
        SignedCall other = signer.post(URI.create("http://api.example.org" + REALM));

        assertPasses(own.with("Forwarded", "host=api.example.org"), behindProxy.url());
        assertRefused(other.with("Forwarded", "host=api.example.org"), behindProxy.url());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, api.example.org",
        "X-Forwarded-Port, 443",
        "X-Forwarded-Proto, https",
        "X-Forwarded-Prefix, /keypool",
        "Forwarded, host=api.example.org;proto=https"
    })
    void ignoresForwardedHeadersUnlessProxiesAreTrusted(String name, String value) {
        assertPasses(plainSigner.post(plain.sts("demo")).with(name, value), plain.url());
        assertPasses(plainSigner.post(plain.url().resolve("/")).with(name, value), plain.url());
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.org/realms/demo/sts, X-Forwarded-Host, api.example.org",
        "http://api.example.org/realms/demo/sts, Forwarded, host=api.example.org"
    })
    void refusesAForwardedHostUnlessProxiesAreTrusted(URI signed, String name, String value) {
        assertRefused(plainSigner.post(signed).with(name, value), plain.url());
    }

    @Test
    void refusesAForwardedPrefixUnlessProxiesAreTrusted() {
        SignedCall call = plainSigner.post(plain.url().resolve("/keypool" + REALM));

        assertRefused(call.to(plain.sts("demo")).with("X-Forwarded-Prefix", "/keypool"), plain.url());
    }

    private static void assertPasses(SignedCall call, URI server) {
        StsAnswer.success(send(call, server), "GetCallerIdentity");
    }

    private static void assertRefused(SignedCall call, URI server) {
        assertThat(StsAnswer.refusal(send(call, server), 403, "SignatureDoesNotMatch"))
                .startsWith("The request signature we calculated does not match");
    }

    private static HttpResponse<String> send(SignedCall call, URI server) {
        return call.at(server).send(new RawHttp());
    }
}
