package io.keypool.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The installed Chromium, headless, driven by Playwright in the installed Node. A {@link #person} is a browser of its
 * own: cookies and storage are theirs alone.
 *
 * <p>Playwright's objects belong to the thread that made them.
 */
final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    /** Else Chromium looks for updates, hosts of its maker, and a proxy, at each start. */
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start(BrowserPrograms programs) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        programs.node().program().toString())));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(programs.chromium())
                        .setArgs(arguments()));
        return new Chromium(playwright, browser);
    }

    /** Chromium's sandbox refuses to run as root. */
    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** Somebody at a device of their own, until the context is closed. */
    BrowserContext person() {
        return person(ColorScheme.LIGHT);
    }

    BrowserContext person(ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setColorScheme(scheme)
                .setViewportSize(1200, 800));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** Keeps what the page looks like as {@code target/screenshots/{name}.png}, whole. */
    static void picture(Page page, String name) {
        Path file = Path.of(System.getProperty("keypool.screenshots"), name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
