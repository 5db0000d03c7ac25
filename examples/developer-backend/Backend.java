import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;

/**
 * A backend with users of its own, who are identities of a pool: {@code java -cp 'target/lib/*' Backend.java 8091
 * http://localhost:8080/realms/demo/identity-pool us-east-1:00000000-0000-4000-8000-000000000001 login.demo.backend}. It
 * signs with {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, which no device ever sees.
 */
public final class Backend {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BODY_LIMIT = 4096;

    private final Users users = new Users();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final CognitoIdentityClient pools;
    private final String poolId;
    private final String provider;

    private Backend(URI identityPools, String poolId, String provider) {
        this.pools = CognitoIdentityClient.builder()
                .endpointOverride(identityPools)
                .region(Region.of(poolId.substring(0, poolId.indexOf(':'))))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        this.poolId = poolId;
        this.provider = provider;
    }

    public static void main(String[] args) throws IOException {
        Backend backend = new Backend(URI.create(args[1]), args[2], args[3]);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(args[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/register", exchange -> answer(exchange, backend::register));
        server.createContext("/login", exchange -> answer(exchange, backend::login));
        server.createContext("/identity", exchange -> answer(exchange, backend::identity));
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
        System.out.println("Listening on " + server.getAddress());
    }

    /** {@code user=…&password=…}: 204, or 409 for a name that is taken. */
    private void register(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        boolean added = users.add(form.getOrDefault("user", ""), form.getOrDefault("password", ""));
        exchange.sendResponseHeaders(added ? 204 : 409, -1);
    }

    /** {@code user=…&password=…}: 204 with a session, or 401. */
    private void login(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String user = users.check(form.getOrDefault("user", ""), form.getOrDefault("password", ""));
        if (user.isEmpty()) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
        sessions.put(session, user);
        exchange.getResponseHeaders().add("Set-Cookie", "session=" + session + "; Path=/; HttpOnly; SameSite=Strict");
        exchange.sendResponseHeaders(204, -1);
    }

    /** The identity of who is logged in, and a token for it that the device exchanges for credentials. */
    private void identity(HttpExchange exchange) throws IOException {
        String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        String user = sessions.get(cookie.replaceFirst("^session=", ""));
        if (user == null) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        GetOpenIdTokenForDeveloperIdentityResponse issued = pools.getOpenIdTokenForDeveloperIdentity(
                request -> request.identityPoolId(poolId).logins(Map.of(provider, user)).tokenDuration(300L));
        String json = "{\"identityId\": \"%s\", \"token\": \"%s\"}".formatted(issued.identityId(), issued.token());
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        try (exchange) {
            action.answer(exchange);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private interface Action {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** The backend's own users. What the pool knows them by is an id that stays when a name changes. */
    private static final class Users {

        private record User(String id, byte[] salt, byte[] hash) {}

        private final Map<String, User> byName = new ConcurrentHashMap<>();
        private final User nobody = user("nobody's password");

        boolean add(String name, String password) {
            return !name.isEmpty() && password.length() >= 8 && byName.putIfAbsent(name, user(password)) == null;
        }

        /** The user's id, or nothing. It takes as long for a name that nobody has. */
        String check(String name, String password) {
            User user = byName.getOrDefault(name, nobody);
            boolean right = MessageDigest.isEqual(hash(password, user.salt()), user.hash());
            return right && user != nobody ? user.id() : "";
        }

        private static User user(String password) {
            byte[] salt = random(16);
            return new User(UUID.randomUUID().toString(), salt, hash(password, salt));
        }

        private static byte[] hash(String password, byte[] salt) {
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 210_000, 512))
                        .getEncoded();
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException(unusable);
            }
        }
    }
}
