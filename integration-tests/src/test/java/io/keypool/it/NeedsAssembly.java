package io.keypool.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For tests that start servers of their own: to stop and start them, to have two, or to look into their files. They are
 * skipped where an image is tested. One of them at a time runs beside the tests of the shared server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("servers of their own")
@DisabledIfSystemProperty(
        named = ImageServer.IMAGE,
        matches = ".+",
        disabledReason = "it starts servers of its own from the assembly, and none from the image")
@interface NeedsAssembly {}
