package io.keypool.identitypool;

/** A verified token that is good for once. */
public interface OneTimeToken {

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException when somebody else was faster */
    void useUp();
}
