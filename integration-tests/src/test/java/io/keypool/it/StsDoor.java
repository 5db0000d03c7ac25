package io.keypool.it;

import java.net.URI;
import java.util.Map;

/** The two addresses of STS: a realm's own, and the host root, where the token or the option names the realm. */
enum StsDoor {
    REALM {
        @Override
        String target(String realm) {
            return "/realms/" + realm + "/sts";
        }
    },
    HOST_ROOT {
        @Override
        String target(String realm) {
            return "/";
        }
    };

    abstract String target(String realm);

    /** Asks for a role with that token. */
    WireAnswer assumeRole(URI server, String realm, String roleArn, String token) {
        Map<String, String> form = Map.of(
                "Action", "AssumeRoleWithWebIdentity",
                "Version", "2011-06-15",
                "RoleArn", roleArn,
                "RoleSessionName", "attack",
                "WebIdentityToken", token);
        return WireRequest.sts(target(realm), RawHttp.encode(form)).send(server);
    }
}
