package io.keypool.benchmarks;

/** What is called: its requests are made anew each round, since they hold tokens and signatures that expire. */
enum Operation {
    GET_ID("GetId (guest)", "\"IdentityId\":\""),
    GET_CREDENTIALS("GetCredentialsForIdentity", "\"SessionToken\":\""),
    GET_ID_LOGIN("GetId (login)", "\"IdentityId\":\""),
    GET_CREDENTIALS_LOGIN("GetCredentialsForIdentity (login)", "\"SessionToken\":\""),
    GET_OPEN_ID_TOKEN("GetOpenIdToken", "\"Token\":\"ey"),
    ASSUME_ROLE("AssumeRoleWithWebIdentity", "<AccessKeyId>ASIA"),
    GET_CALLER_IDENTITY("GetCallerIdentity", ":assumed-role/DemoGuest/"),
    AUTHORIZE("authorize (nginx)", ""),
    CLIENT_CREDENTIALS("Keycloak: client_credentials", "\"access_token\":\"ey"),
    CERTS("Keycloak: certs", "\"keys\":[{\"kid\":");

    private final String title;
    private final String mark;

    Operation(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    String title() {
        return title;
    }

    /** What is found in the body of every success, and in no refusal; nothing where the status alone tells. */
    String mark() {
        return mark;
    }
}
