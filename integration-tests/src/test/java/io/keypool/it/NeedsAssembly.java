package io.keypool.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * For tests that start servers of their own: to stop and start them, to have two, or to look into their files. They are
 * skipped where an image is tested.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = ImageServer.IMAGE,
        matches = ".+",
        disabledReason = "it starts servers of its own from the assembly, and none from the image")
@interface NeedsAssembly {}
