package io.keypool.it;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse: the tabulator leads from one thing to the next. */
record Keyboard(Page page) {

    private static final int FAR = 30;

    /** What has the focus, in the words that stand on it, or the id of a field. */
    private static final String FOCUSED =
            "() => { const e = document.activeElement; return e.id === 'username' || e.id === 'password' ? e.id"
                    + " : (e.labels?.[0] ?? e).textContent.trim(); }";

    /** Goes on until it is reached. */
    Keyboard to(String name) {
        for (int steps = 0; steps < FAR; steps++) {
            if (name.equals(page.evaluate(FOCUSED))) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("The tabulator does not lead to " + name);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }
}
