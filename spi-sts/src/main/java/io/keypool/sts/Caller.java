package io.keypool.sts;

import io.keypool.aws.Arn;

/** A role in one of its sessions, as AWS names it. */
record Caller(Role role, RoleSessionName sessionName) {

    String userId() {
        return role.uniqueId() + ":" + sessionName;
    }

    Arn arn() {
        return Arn.assumedRole(role.account(), role.name(), sessionName.value());
    }
}
