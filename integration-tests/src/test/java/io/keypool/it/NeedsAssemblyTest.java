package io.keypool.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.keypool.server.Quickstart;
import io.keypool.server.ServerProcess;

/** Source: docs/adr/0038. */
@AnalyzeClasses(packages = "io.keypool.it")
final class NeedsAssemblyTest {

    @ArchTest
    static final ArchRule whoStartsServersSaysSo = noClasses()
            .that()
            .haveSimpleNameEndingWith("IT")
            .and()
            .areNotAnnotatedWith(NeedsAssembly.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ServerProcess.class, Quickstart.class, TwoNodes.class, H2Tables.class)
            .because("in a run against the image they would tell of the assembly");
}
