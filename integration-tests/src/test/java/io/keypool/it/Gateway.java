package io.keypool.it;

import java.util.List;

/** The manners in which gateways ask, and where. Source: docs/gateways.md. */
enum Gateway {
    NGINX {
        @Override
        WireRequest question(GatewayRequest original, String realm) {
            return copy(WireRequest.of("GET", address(realm) + "/nginx"), original)
                    .header("X-Original-Method", original.method())
                    .header("X-Original-URI", original.target())
                    .header("X-Original-Host", original.host())
                    .header("X-Original-Proto", original.scheme())
                    .header("X-Real-IP", original.clientAddress());
        }
    },

    FORWARD {
        @Override
        WireRequest question(GatewayRequest original, String realm) {
            return copy(WireRequest.of("GET", address(realm) + "/forward"), original)
                    .header("X-Forwarded-Method", original.method())
                    .header("X-Forwarded-Uri", original.target())
                    .header("X-Forwarded-Host", original.host())
                    .header("X-Forwarded-Proto", original.scheme())
                    .header("X-Forwarded-For", original.clientAddress());
        }
    },

    ENVOY {
        @Override
        WireRequest question(GatewayRequest original, String realm) {
            return copy(WireRequest.of(original.method(), address(realm) + "/envoy" + original.target()), original)
                    .header("Host", original.host())
                    .header("X-Forwarded-Proto", original.scheme())
                    .header("X-Forwarded-For", original.clientAddress());
        }
    };

    abstract WireRequest question(GatewayRequest original, String realm);

    static String address(String realm) {
        return "/realms/" + realm + "/sts/authorize";
    }

    /** As gateways do: all headers but those of the connection; the length, which they lose, under another name. */
    private static WireRequest copy(WireRequest question, GatewayRequest original) {
        WireRequest copy = question;
        for (List<String> header : original.headers()) {
            String name = header.get(0);
            if (name.equalsIgnoreCase("Content-Length")) {
                copy = copy.header("X-Original-Content-Length", header.get(1));
            } else if (!name.equalsIgnoreCase("Host")) {
                copy = copy.header(name, header.get(1));
            }
        }
        return copy;
    }
}
