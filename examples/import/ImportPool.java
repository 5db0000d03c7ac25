import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an identity pool of AWS over into a realm, from what the AWS command line told of it. Needs a JDK 17 and nothing
 * else: {@code java ImportPool.java https://kc.example.com my-realm pool.json [roles.json] [identities or logins]…}
 *
 * <p>It signs in as the client KEYPOOL_CLIENT_ID with KEYPOOL_CLIENT_SECRET, whose service account has the role
 * {@code manage-identity-pools}. It may be run again: what is there stays as it is.
 */
public final class ImportPool {

    /** In one request: well below the 10 MiB that Keycloak takes. */
    private static final int CHUNK = 5_000;

    private static final Pattern POOL_ID = Pattern.compile("\"identityPoolId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern REFUSED = Pattern.compile("\\{\"identityId\":\"([^\"]+)\",\"why\":\"([^\"]+)\"}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String realm;
    private String token = "";
    private Instant renewal = Instant.MIN;
    private long added;
    private long there;
    private long refused;

    private ImportPool(URI server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3) {
            System.err.println("usage: java ImportPool.java <server> <realm> <pool.json> [<file>...]");
            System.exit(2);
        }
        ImportPool pools = new ImportPool(URI.create(arguments[0] + "/"), arguments[1]);
        List<Path> files = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            files.add(Path.of(arguments[i]));
        }
        pools.run(files);
        System.exit(pools.refused == 0 ? 0 : 1);
    }

    private void run(List<Path> files) throws IOException, InterruptedException {
        Path second = files.size() > 1 ? files.get(1) : null;
        boolean roles = second != null && isRoles(second);
        String pool = pool(Files.readString(files.get(0)), roles ? Files.readString(second) : "{}");
        List<String> chunk = new ArrayList<>();
        for (Path file : files.subList(roles ? 2 : 1, files.size())) {
            try (Reader reader = Files.newBufferedReader(file)) {
                innermost(reader, object -> {
                    if (object.contains("\"IdentityId\"")) {
                        chunk.add(object);
                    }
                    if (chunk.size() == CHUNK) {
                        send(pool, chunk);
                    }
                });
            }
            // Logins come after the identities that they are of.
            send(pool, chunk);
        }
    }

    /** What get-identity-pool-roles told has roles, and no list of identities. */
    private static boolean isRoles(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            char[] start = new char[4_096];
            int length = Math.max(reader.read(start), 0);
            String text = new String(start, 0, length);
            return !text.contains("\"IdentityId\"") && !text.contains("\"Identities\"");
        }
    }

    private String pool(String description, String roles) throws IOException, InterruptedException {
        String answer = post("import", "{\"IdentityPool\": " + description + ", \"IdentityPoolRoles\": " + roles + "}");
        Matcher id = POOL_ID.matcher(answer);
        if (!id.find()) {
            throw new IOException(answer);
        }
        System.out.println("pool " + id.group(1) + (answer.contains("\"added\":true") ? " is made" : " is there"));
        return id.group(1);
    }

    private void send(String pool, List<String> chunk) {
        if (chunk.isEmpty()) {
            return;
        }
        try {
            String answer = post(pool + "/import", String.join("\n", chunk));
            added += number(answer, "added");
            there += number(answer, "there");
            Matcher why = REFUSED.matcher(answer);
            while (why.find()) {
                refused++;
                System.err.println(why.group(1) + ": " + why.group(2));
            }
            System.out.println(added + " imported, " + there + " were there, " + refused + " refused");
            chunk.clear();
        } catch (IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long number(String answer, String member) {
        Matcher number = Pattern.compile("\"" + member + "\":(\\d+)").matcher(answer);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    /** The objects that hold no other: identities and logins, whether alone, one a line or in pages. */
    private static void innermost(Reader reader, Consumer<String> each) throws IOException {
        StringBuilder object = new StringBuilder();
        boolean open = false;
        boolean text = false;
        boolean escaped = false;
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            char c = (char) next;
            if (!text && c == '{') {
                object.setLength(0);
                open = true;
            }
            if (open) {
                object.append(c == '\n' || c == '\r' ? ' ' : c);
            }
            if (!text && c == '}' && open) {
                each.accept(object.toString());
                open = false;
            }
            text = (c == '"' && !escaped) != text;
            escaped = text && c == '\\' && !escaped;
        }
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        URI address = server.resolve("admin/realms/" + realm + "/identity-pools/" + path);
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A new one every half minute: Keycloak lets one live for a minute. */
    private String token() throws IOException, InterruptedException {
        if (Instant.now().isAfter(renewal)) {
            renewal = Instant.now().plusSeconds(30);
            URI address = server.resolve("realms/" + realm + "/protocol/openid-connect/token");
            String answer = send(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form(Map.of(
                            "grant_type", "client_credentials",
                            "client_id", System.getenv("KEYPOOL_CLIENT_ID"),
                            "client_secret", System.getenv("KEYPOOL_CLIENT_SECRET"))))));
            token = answer.replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        }
        return token;
    }

    private static String form(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
