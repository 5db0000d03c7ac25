package io.keypool.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** For tests that ask for {@link StubProviders}: they are skipped where the server is not ours to tell of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeypoolExtension.class)
@DisabledIfSystemProperty(
        named = KeypoolExtension.URL,
        matches = ".+",
        disabledReason = "a server that was up before does not see the stub providers")
@interface NeedsStubProviders {}
