package io.keypool.it;

/** Policies that tests store. */
final class IamDocuments {

    private IamDocuments() {}

    static String allow(String action, String resource) {
        return statement("Allow", action, resource);
    }

    static String statement(String effect, String action, String resource) {
        return """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "%s", "Action": "%s", "Resource": "%s"}]
            }
            """.formatted(effect, action, resource).strip();
    }
}
