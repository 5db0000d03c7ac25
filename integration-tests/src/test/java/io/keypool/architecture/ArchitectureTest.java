package io.keypool.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import io.keypool.aws.AwsFault;

/** The table of packages of docs/architecture.md. */
@AnalyzeClasses(packages = "io.keypool", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String JAVA = "java..";
    private static final String JSPECIFY = "org.jspecify.annotations";

    @ArchTest
    static final ArchRule vocabularyKnowsNobody = only("io.keypool.aws", JAVA)
            .because("the vocabulary of AWS is what everybody else speaks in; it depends on none of them");

    @ArchTest
    static final ArchRule signaturesKnowOnlyTheVocabulary = only(
                    "io.keypool.aws.sigv4", JAVA, "javax.crypto..", "io.keypool.aws")
            .because("a signature is a function of bytes, a secret and the time");

    @ArchTest
    static final ArchRule theQueryProtocolKnowsNoService = only(
                    "io.keypool.aws.query", JAVA, "javax.xml..", "io.keypool.aws", "io.keypool.aws.sigv4")
            .because("STS and IAM share it, and neither is a part of it");

    @ArchTest
    static final ArchRule policiesAreAPureFunction = only(
                    "io.keypool.policy", JAVA, "io.keypool.aws", "com.fasterxml.jackson.core..")
            .because("a decision must be the same wherever it is taken, in a server, a test or a simulator");

    @ArchTest
    static final ArchRule stsKnowsNoHost = only(
                    "io.keypool.sts", JAVA, "javax.crypto..", "io.keypool.aws..", "io.keypool.policy")
            .because("the rules of STS are read and tested without Keycloak; the host comes in through ports");

    @ArchTest
    static final ArchRule theSpiHasNoLogic = only("io.keypool.sts.spi", JAVA, "io.keypool.sts", "org.keycloak.provider")
            .because("who trusts an issuer implements a contract and inherits nothing");

    @ArchTest
    static final ArchRule stsWireKnowsNoHost = only(
                    "io.keypool.sts.wire", JAVA, "javax.xml..", "io.keypool.aws..", "io.keypool.sts")
            .because("bytes become records at the edge, whatever server took them");

    @ArchTest
    static final ArchRule iamKnowsNoHost = only(
                    "io.keypool.iam", JAVA, "io.keypool.aws", "io.keypool.policy", "io.keypool.sts")
            .because(
                    "what may be said of roles and policies is decided without Keycloak; of STS it has the roles' trust");

    @ArchTest
    static final ArchRule iamWireKnowsNoHost = only(
                    "io.keypool.iam.wire",
                    JAVA,
                    "javax.xml..",
                    "io.keypool.aws",
                    "io.keypool.aws.query",
                    "io.keypool.policy",
                    "io.keypool.sts",
                    "io.keypool.iam")
            .because("bytes become records at the edge, whatever server took them");

    @ArchTest
    static final ArchRule stsNeverKnowsIam = noClasses()
            .that()
            .resideInAnyPackage("io.keypool.aws..", "io.keypool.policy..", "io.keypool.sts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keypool.iam..")
            .because("IAM writes what STS reads, and STS needs nobody who writes");

    @ArchTest
    static final ArchRule gatewaysKnowNoHost = only(
                    "io.keypool.gateway",
                    JAVA,
                    "io.keypool.aws",
                    "io.keypool.aws.sigv4",
                    "io.keypool.policy",
                    "io.keypool.sts")
            .because("what a request means to policies is read and tested without a server or a gateway");

    @ArchTest
    static final ArchRule gatewayWireKnowsNoHost = only(
                    "io.keypool.gateway.wire",
                    JAVA,
                    "javax.xml..",
                    "com.fasterxml.jackson.core..",
                    "io.keypool.aws",
                    "io.keypool.aws.sigv4",
                    "io.keypool.policy",
                    "io.keypool.sts",
                    "io.keypool.gateway")
            .because("each gateway asks in its own manner, and none of them is a part of the decision");

    @ArchTest
    static final ArchRule poolsKnowNoHost = only(
                    "io.keypool.identitypool", JAVA, "io.keypool.aws", "io.keypool.policy", "io.keypool.sts")
            .because("who somebody is in a pool is decided without Keycloak; the host comes in through ports");

    @ArchTest
    static final ArchRule settingsKnowNoHost = only(
                    "io.keypool.identitypool.settings",
                    JAVA,
                    "io.keypool.aws",
                    "io.keypool.policy",
                    "io.keypool.identitypool")
            .because(
                    "what may be set for a pool is decided without Keycloak, and nobody's identity depends on who sets it");

    @ArchTest
    static final ArchRule poolWireKnowsNoHost = only(
                    "io.keypool.identitypool.wire",
                    JAVA,
                    "io.keypool.aws",
                    "io.keypool.sts",
                    "io.keypool.identitypool",
                    "io.keypool.identitypool.settings",
                    "com.fasterxml.jackson..")
            .because("bytes become records at the edge; of STS it writes the credentials, a record");

    @ArchTest
    static final ArchRule storeKnowsOnlyTheDomain = only(
                    "io.keypool.identitypool.store",
                    JAVA,
                    "io.keypool.aws",
                    "io.keypool.identitypool",
                    "jakarta.persistence..",
                    // what Hibernate adds to an entity when it is built into the server is not ours to forbid
                    "org.hibernate..")
            .because(
                    "a table is an implementation of a port; what it may not print, it is given as a secret of AWS's vocabulary");

    @ArchTest
    static final ArchRule stsStoreKnowsOnlyTheDomain = only(
                    "io.keypool.sts.store",
                    JAVA,
                    "io.keypool.sts",
                    "jakarta.persistence..",
                    // as above
                    "org.hibernate..")
            .because("a table is an implementation of a port");

    @ArchTest
    static final ArchRule credentialsAreProvenWithoutADatabase = noClasses()
            .that()
            .resideInAPackage("io.keypool.sts.keycloak")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keypool.sts.store", "org.keycloak.connections.jpa..", "jakarta.persistence..")
            .because("what a call of STS needs is in memory; only what is revoked is written, elsewhere");

    @ArchTest
    static final ArchRule stsNeverKnowsThePools = noClasses()
            .that()
            .resideInAnyPackage("io.keypool.aws..", "io.keypool.policy..", "io.keypool.sts..", "io.keypool.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keypool.identitypool..")
            .because("STS is useful alone; it learns of the pools through the SPI that it owns");

    @ArchTest
    static final ArchRule verifiersKnowNoService = noClasses()
            .that()
            .resideInAnyPackage("io.keypool.sts.keycloak.token", "io.keypool.sts.keycloak.saml")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keypool.sts", "io.keypool.sts.wire", "io.keypool.sts.spi")
            .because("STS and the pools verify with them, and each refuses in words of its own");

    @ArchTest
    static final ArchRule faultsComeFromTheCatalogues = noClasses()
            .that(not(simpleNameEndingWith("Fault")))
            .should()
            .callConstructor(AwsFault.class, String.class, int.class, String.class)
            .because("a code never travels with another code's status or words");

    @ArchTest
    static final ArchRule buildingForNodeKnowsNobody =
            only("io.keypool.npm", JAVA).because("what it builds, and for whom, is said by who asks");

    @ArchTest
    static final ArchRule thePageKnowsKeypoolByItsAddress = only("io.keypool.webapp", JAVA, "com.sun.net.httpserver")
            .because("it stands for an app and a gateway, which have nothing of ours but the wire");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .resideOutsideOfPackages("io.keypool.server", "io.keypool.npm")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because(
                    "what a server has to say goes to its log; a build and the quickstart talk to whoever called them");

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name tells nothing of what the class is responsible for");

    private static ClassesShouldConjunction only(String subject, String... others) {
        String[] allowed = new String[others.length + 2];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = subject;
        allowed[others.length + 1] = JSPECIFY;
        return classes().that().resideInAPackage(subject).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }
}
