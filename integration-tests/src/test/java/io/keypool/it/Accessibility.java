package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Set;

/** What axe finds on a page. Source: WCAG 2.2, as axe-core's rules check it. */
final class Accessibility {

    private static final Set<String> BARRIERS = Set.of("serious", "critical");

    private Accessibility() {}

    static void assertNoBarrier(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(violation -> BARRIERS.contains(violation.getImpact()))
                .as(page.url())
                .isEmpty();
    }
}
