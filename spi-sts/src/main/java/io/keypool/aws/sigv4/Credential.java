package io.keypool.aws.sigv4;

import java.util.Optional;

/** An access key id and the scope that its signing key is derived for, as the client wrote them. */
record Credential(String accessKeyId, String date, String region, String service, String terminator) {

    /** As long as a Keycloak client id may be: such an id serves as a long-lived access key id. */
    private static final int MAX_ACCESS_KEY_ID_LENGTH = 255;

    private static final int ELEMENTS = 5;

    static Optional<Credential> parse(String text) {
        String[] elements = text.split("/", ELEMENTS + 1);
        if (elements.length != ELEMENTS || elements[0].isEmpty() || elements[0].length() > MAX_ACCESS_KEY_ID_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new Credential(elements[0], elements[1], elements[2], elements[3], elements[4]));
    }

    String scope() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }
}
