package io.keypool.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak's command line without {@code kc.sh} or {@code kc.bat}: the JDK that runs us runs the server, with the JVM
 * options of those scripts. So it needs no shell, is the same on each operating system, and the child process is the
 * server itself: a signal reaches it, and none is left behind when a script in between dies. The one thing the scripts
 * do besides, starting again after an implicit rebuild, is never needed: we build first and start with
 * {@code --optimized}.
 */
final class KeycloakCommand {

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseG1GC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");

    private KeycloakCommand() {}

    /**
     * As with {@code kc.sh}, an argument that begins with {@code -D} goes to the JVM; here one that begins with
     * {@code -X} too.
     */
    static ProcessBuilder of(KeycloakHome home, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add("-Dkc.home.dir=" + home.directory());
        command.add("-Djboss.server.config.dir=" + home.directory().resolve("conf"));
        arguments.stream().filter(KeycloakCommand::isForJvm).forEach(command::add);
        command.addAll(List.of("-cp", home.runner().toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        arguments.stream().filter(argument -> !isForJvm(argument)).forEach(command::add);
        var builder = new ProcessBuilder(command);
        // The caller's own Keycloak settings, say a KC_DB, must not reach this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        return builder;
    }

    private static boolean isForJvm(String argument) {
        return argument.startsWith("-D") || argument.startsWith("-X");
    }
}
