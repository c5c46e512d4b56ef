package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in a real browser, over a real kiosk with the demo's broker and simulated venues. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardScreenIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static DemoRig demo;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        demo = new DemoRig(folder);
    }

    @AfterAll
    static void close() {
        if (demo != null) demo.close();
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void openPage() {
        context = chromium.browser.newContext();
        page = context.newPage();
        page.setViewportSize(1920, 1080);
        page.setDefaultTimeout(LONGEST.toMillis());
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(demo.address("/"))) strangers.add(request.url());
        });
    }

    @AfterEach
    void closePage() {
        context.close();
        assertThat(strangers).as("requests that leave the origin").isEmpty();
        assertThat(complaints)
                .as("complaints of the browser, a violated content policy among them")
                .isEmpty();
    }

    private void open(String path) {
        page.navigate(demo.address(path));
    }

    /** Asked from outside, since the page's own policy forbids it to evaluate text. */
    private void until(String condition) {
        Await.until(condition, LONGEST, () -> Boolean.TRUE.equals(page.evaluate(condition)));
    }

    @Test
    @Order(1)
    void itShowsAllSevenVenuesWithValuesThatMove() {
        open("/?lang=en");
        until("document.querySelectorAll('.card').length === 7");
        until("[...document.querySelectorAll('.card')].every(card =>"
                + " /[0-9]/.test([...card.querySelectorAll('.figure strong')].map(e => e.textContent).join('')))");
        page.evaluate("window.before = document.querySelector('.cards').textContent");
        until("[...document.querySelectorAll('.figure strong')].length >= 30"
                + " && document.querySelector('.cards').textContent !== window.before");
    }

    @Test
    @Order(2)
    void itDrawsTheTrendsOfAVenue() {
        open("/?venue=genting&lang=en");
        until("document.querySelectorAll('.trend canvas').length >= 3");
        until("[...document.querySelectorAll('.trend canvas')].every(canvas => {"
                + " if (canvas.width === 0) return false; const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
                + " const colours = new Set(); for (let i = 0; i < data.length; i += 4)"
                + " colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);"
                + " return colours.size > 8; })");
        until("[...document.querySelectorAll('.trend-note')].every(note => note.hidden)");
        assertThat(page.locator(".verdict").count()).isPositive();
    }

    /** With the keyboard alone, from a figure to the readings behind its verdict. */
    @Test
    @Order(3)
    void itLeadsAFigureToWhatItsVerdictRestsOn() {
        open("/?venue=genting&lang=en");
        until(
                "document.querySelector('.row .remark:not([disabled])') !== null && document.querySelector('.verdict') !== null");
        page.locator(".row .remark:not([disabled])").first().press("Enter");
        until("document.activeElement.matches('.verdict details[open] > summary')");
        Locator verdict = page.locator(".verdict:has(details[open])").first();
        for (String ground : List.of("since", "period", "window", "completeness", "standard", "clause", "class")) {
            assertThat(verdict.locator("[data-ground=" + ground + "] dd").textContent())
                    .as(ground)
                    .isNotBlank();
        }
        String call = verdict.locator("a[data-part=readings]").getAttribute("href");
        Description description = new Description(
                page.request().get(demo.address("/api/v1/openapi.yaml")).text());
        String readings = page.request().get(demo.address(call)).text();
        assertThat(description.faults("/api/v1/readings", 200, "application/json", readings))
                .isEmpty();
        verdict.locator("button[data-part=look]").press("Enter");
        until("location.search.includes('window=') && !document.querySelector('[data-part=window]').hidden");
        until("document.querySelector('.trend canvas').width > 0");
        page.locator(".ranges button").first().press("Enter");
        until("!location.search.includes('window=')");
    }

    @Test
    @Order(4)
    void itSpeaksThreeLanguages() {
        open("/?lang=zh");
        Locator title = page.locator("[data-part=title]");
        until("document.querySelectorAll('.card').length === 7");
        String chinese = title.textContent();
        assertThat(page.locator(".cards").textContent()).contains("云顶滑雪公园");
        page.click("[data-language=en]");
        until("document.documentElement.lang === 'en' && document.querySelectorAll('.card').length === 7");
        assertThat(title.textContent()).isEqualTo("All venues").isNotEqualTo(chinese);
        page.click("[data-language=fr]");
        until("document.documentElement.lang === 'fr' && document.querySelectorAll('.card').length === 7");
        assertThat(page.locator(".cards").textContent()).contains("Parc à neige de Genting");
    }

    @Test
    @Order(5)
    void itFitsTheWallWithoutScrolling() {
        open("/?kiosk&lang=zh");
        until("document.querySelectorAll('.tiles .tile').length === 6");
        for (int[] size : new int[][] {{1920, 1080}, {1280, 800}}) {
            page.setViewportSize(size[0], size[1]);
            assertThat(page.evaluate("[document.documentElement.scrollWidth <= innerWidth,"
                            + " document.documentElement.scrollHeight <= innerHeight,"
                            + " [...document.querySelectorAll('.tile')].every(e => e.getBoundingClientRect().bottom <= innerHeight),"
                            + " [...document.querySelectorAll('.tile-foot')].every(e => e.getBoundingClientRect().bottom"
                            + " <= e.closest('.tile').getBoundingClientRect().bottom)]"))
                    .isEqualTo(List.of(true, true, true, true));
        }
    }

    @Test
    @Order(6)
    void itFitsATelephone() {
        page.setViewportSize(360, 800);
        for (String path : List.of(
                "/?lang=fr",
                "/?lang=fr&venue=qingshui-downstream",
                "/?lang=fr&venue=biathlon",
                "/?lang=zh&venue=genting",
                "/?lang=en&venue=genting")) {
            open(path);
            until("document.querySelectorAll('.figure, .row').length > 5");
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    @Test
    @Order(7)
    void itAnswersAsDescribedWhileItRuns() {
        open("/?lang=en");
        Description description = new Description(
                page.request().get(demo.address("/api/v1/openapi.yaml")).text());
        for (String path : List.of(
                "venues",
                "sensors",
                "series",
                "standards",
                "latest",
                "verdicts",
                "aqi",
                "sections",
                "stagnation",
                "quarantine")) {
            String call = "/api/v1/" + path;
            String body = page.request().get(demo.address(call)).text();
            assertThat(description.faults(call, 200, "application/json", body))
                    .as(call)
                    .isEmpty();
        }
        String history = page.request()
                .get(demo.address("/api/v1/history?series=genting-air-1.pm25,genting-mast-base.wind_direction"))
                .text();
        assertThat(description.faults("/api/v1/history", 200, "application/json", history))
                .isEmpty();
    }

    @Test
    @Order(8)
    void itSaysThatTheConnectionIsLostAndComesBackByItself() {
        open("/?lang=en");
        until("document.documentElement.dataset.connection === 'live'");
        demo.stopKiosk();
        long after = Await.until("the banner", Duration.ofSeconds(10), () -> page.locator("[data-trouble=lost]")
                .isVisible());
        assertThat(after).isLessThan(5000);
        assertThat(page.locator(".tally").textContent()).contains("7", "Stale");
        demo.startKiosk();
        until("document.documentElement.dataset.connection === 'live'");
        until("!document.querySelector('[data-trouble=lost]')");
        complaints.removeIf(Pattern.compile("net::ERR_|Failed to load resource").asPredicate());
    }

    @Test
    @Order(9)
    void itKeepsItsFilesInTheBrowserOnlyWhileTheyAreCurrent() {
        open("/?lang=en");
        Response again = page.reload();
        assertThat(again.status()).isIn(200, 304);
        until("document.querySelectorAll('.card').length === 7");
    }
}
