package io.keypool.gateway.wire;

import io.keypool.aws.AwsFault;
import io.keypool.gateway.ApiGatewayFault;
import io.keypool.gateway.ClientConnection;
import io.keypool.gateway.OriginalRequest;
import io.keypool.gateway.RequestTarget;

/**
 * How a kind of gateway tells of the original request. The operator chooses by the address that the gateway is given:
 * were it guessed from the headers, a client could choose by sending some.
 */
enum Dialect {

    /** nginx, {@code auth_request}: headers that its configuration sets. */
    NGINX {
        @Override
        OriginalRequest read(Question question) {
            return question.original(
                    question.header("x-original-method"),
                    RequestTarget.of(question.header("x-original-host"), question.header("x-original-uri")),
                    new ClientConnection(question.header("x-real-ip"), question.secure("x-original-proto")));
        }
    },

    /** Caddy, {@code forward_auth}, and Traefik, {@code forwardAuth}. */
    FORWARD {
        @Override
        OriginalRequest read(Question question) {
            return question.original(
                    question.header("x-forwarded-method"),
                    RequestTarget.of(question.header("x-forwarded-host"), question.header("x-forwarded-uri")),
                    new ClientConnection(
                            question.lastAddress("x-forwarded-for"), question.secure("x-forwarded-proto")));
        }
    },

    /** Envoy, {@code ext_authz} by HTTP: method, host and query are the original's, its path follows a prefix. */
    ENVOY {
        @Override
        OriginalRequest read(Question question) {
            return question.original(
                    question.method(),
                    new RequestTarget(
                            question.header("host"),
                            question.address().substring(ENVOY_PREFIX.length()),
                            question.rawQuery()),
                    new ClientConnection(
                            question.lastAddress("x-forwarded-for"), question.secure("x-forwarded-proto")));
        }
    };

    private static final String ENVOY_PREFIX = "/envoy";

    abstract OriginalRequest read(Question question);

    /** @throws AwsFault for the address of none */
    static Dialect of(String address) {
        if (address.equals("/nginx")) {
            return NGINX;
        }
        if (address.equals("/forward")) {
            return FORWARD;
        }
        if (address.startsWith(ENVOY_PREFIX + "/")) {
            return ENVOY;
        }
        throw ApiGatewayFault.unknownAddress();
    }
}
