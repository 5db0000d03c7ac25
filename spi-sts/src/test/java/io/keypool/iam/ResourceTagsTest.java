package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, TagRole and its like; IAM User Guide, Tags for IAM resources. */
final class ResourceTagsTest extends IamTest {

    @BeforeEach
    void aRoleAndAPolicy() {
        createRole("r");
        createPolicy("p");
    }

    @Test
    void keysDifferInMoreThanCase() {
        tag("Team", "blue");
        tag("team", "red");

        assertThat(call("ListRoleTags", "RoleName=r"))
                .contains("<Tags><member><Key>team</Key><Value>red</Value></member></Tags>");
        assertRefused(
                () -> call(
                        "TagRole",
                        "RoleName=r",
                        "Tags.member.1.Key=a",
                        "Tags.member.1.Value=",
                        "Tags.member.2.Key=A",
                        "Tags.member.2.Value="),
                "InvalidInput",
                400,
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    @Test
    void tagsAreTakenAwayByKey() {
        tag("Team", "blue");
        call("UntagRole", "RoleName=r", "TagKeys.member.1=TEAM", "TagKeys.member.2=none");

        assertThat(call("ListRoleTags", "RoleName=r")).contains("<Tags></Tags>");
    }

    @Test
    void policiesHaveTagsToo() {
        call("TagPolicy", "PolicyArn=" + POLICY, "Tags.member.1.Key=k", "Tags.member.1.Value=v");

        assertThat(call("ListPolicyTags", "PolicyArn=" + POLICY)).contains("<Key>k</Key><Value>v</Value>");
        assertThat(call("GetPolicy", "PolicyArn=" + POLICY)).contains("<Key>k</Key><Value>v</Value>");
        call("UntagPolicy", "PolicyArn=" + POLICY, "TagKeys.member.1=k");
        assertThat(call("GetPolicy", "PolicyArn=" + POLICY)).doesNotContain("<Tags>");
    }

    @Test
    void thereAreFiftyAtMost() {
        String[] fifty = Stream.concat(
                        Stream.of("RoleName=r"),
                        IntStream.rangeClosed(1, 50)
                                .boxed()
                                .flatMap(i ->
                                        Stream.of("Tags.member." + i + ".Key=k" + i, "Tags.member." + i + ".Value=")))
                .toArray(String[]::new);
        call("TagRole", fifty);

        assertRefused(() -> tag("one", "more"), "LimitExceeded", 409, "Cannot exceed quota for TagsPerRole: 50");
    }

    @Test
    void aMemberOfAListIsNamedByItsPlace() {
        assertRefused(
                () -> tag("a*b", "v"),
                "ValidationError",
                400,
                "1 validation error detected: Value 'a*b' at 'tags.1.member.key' failed to satisfy constraint: Member"
                        + " must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
        assertRefused(
                () -> call("TagRole", "RoleName=r"),
                "ValidationError",
                400,
                "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be"
                        + " null");
    }

    private void tag(String key, String value) {
        call("TagRole", "RoleName=r", "Tags.member.1.Key=" + key, "Tags.member.1.Value=" + value);
    }
}
