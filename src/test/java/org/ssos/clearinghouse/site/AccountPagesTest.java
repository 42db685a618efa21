package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Codes;
import org.ssos.clearinghouse.account.Role;

/** The pages of accounts in a browser: from the invitation to the sign-out, and each of them without a barrier. */
@DrivesChromium
class AccountPagesTest {
    private static final String PASSWORD = "lantern quarry otter ninety";

    private final List<String> shown = new ArrayList<>();

    @Test
    void an_editor_accepts_sets_codes_up_signs_in_and_out_by_keyboard_without_script() {
        var link = RealSite.invite("keyboard@example.org", Role.EDITOR, Role.ADMINISTRATOR);
        try (var editor = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            editor.goTo(link);
            type(editor, "Password", PASSWORD);
            press(editor, "Save and go on");

            assertThat(editor.heading()).hasText("Two-step codes");
            var secret = editor.page().locator("code.secret").innerText();
            type(editor, "Code", Codes.at(secret, RealSite.now().minusSeconds(30)));
            press(editor, "Turn on");
            assertThat(editor.heading()).hasText("Your recovery codes");
            assertThat(editor.page().locator(".codes code")).hasCount(10);
            editor.tabTo(editor.link("I have kept them"));
            editor.page().keyboard().press("Enter");
            assertThat(editor.heading()).hasText("Curator desk");
            press(editor, "Sign out");

            editor.tabTo(editor.link("Sign in"));
            editor.page().keyboard().press("Enter");
            type(editor, "E-mail address", "keyboard@example.org");
            type(editor, "Password", PASSWORD);
            press(editor, "Sign in");
            assertThat(editor.heading()).hasText("Enter your code");
            type(editor, "Code", Codes.at(secret, RealSite.now()));
            press(editor, "Go on");
            assertThat(editor.heading()).hasText("Curator desk");
            editor.goTo("/about");
            assertThat(editor.link("Ana Sample")).isVisible();
            press(editor, "Sign out");
            assertThat(editor.link("Sign in")).isVisible();
        }
    }

    @Test
    void every_page_is_without_a_barrier_in_light_and_dark() throws IOException {
        tour();

        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isBehindSignIn)
                    .toList();
            assertThat(templates).hasSizeGreaterThan(8);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    /** Past every page of accounts, errors included. */
    private void tour() {
        var email = "every-page@example.org";
        var link = RealSite.invite(email, Role.ADMINISTRATOR);
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            look(visitor, "/links/used-up");
            look(visitor, link);
            visitor.button("Save and go on").click();
            look(visitor);
            visitor.page().getByLabel("Password").fill(PASSWORD);
            visitor.button("Save and go on").click();
            look(visitor);
            var secret = visitor.page().locator("code.secret").innerText();
            visitor.page().locator("#code").fill("000000");
            visitor.button("Turn on").click();
            look(visitor);
            visitor.page().locator("#code").fill(Codes.at(secret, RealSite.now().minusSeconds(30)));
            visitor.button("Turn on").click();
            look(visitor);
            look(visitor, "/account/two-step");
            look(visitor, "/curate");
            look(visitor, "/curate/audit");
            look(visitor, "/curate/status");
            look(visitor, "/curate/audit?from=2026-11-21&to=2026-11-01");
            look(visitor, "/account");
            visitor.button("Change password").click();
            look(visitor);
            look(visitor, "/curate/accounts");
            visitor.button("Invite").click();
            look(visitor);
            visitor.page().locator("#email").fill("invited-by-" + email);
            visitor.page().locator("#name").fill("Ines Invited");
            visitor.page().locator("#organization").fill("Sample COE");
            visitor.page().getByLabel("Curator Screens, tags and edits drafts").check();
            visitor.button("Invite").click();
            look(visitor);
            visitor.link("Ines Invited").click();
            look(visitor);
            visitor.button("Disable").click();
            look(visitor);
            look(visitor, "/account");
            visitor.page().locator("main input[name=csrf]").first().evaluate("field => field.value = 'old'");
            visitor.button("Change name").click();
            look(visitor);
            visitor.goTo("/curate");
            visitor.button("Sign out").click();
            visitor.goTo("/sign-in");
            visitor.button("Sign in").click();
            look(visitor);
            visitor.page().locator("#email").fill(email);
            visitor.page().locator("#password").fill(PASSWORD);
            visitor.button("Sign in").click();
            assertThat(visitor.page()).hasURL(Pattern.compile("/sign-in/code"));
            look(visitor);
        }
    }

    private void look(Visitor visitor, String path) {
        visitor.goTo(path);
        look(visitor);
    }

    private void look(Visitor visitor) {
        visitor.page().waitForLoadState();
        shown.add(EveryTemplateTest.withoutSpace(bodyAsSent(visitor)));
        Barriers.none(visitor);
    }

    /** Near enough to what was sent: the browser writes some attributes in its own way. */
    private static String bodyAsSent(Visitor visitor) {
        return visitor.page().content().replace("=\"\"", "");
    }

    private static void type(Visitor visitor, String label, String text) {
        var field = visitor.page().locator("main").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        visitor.tabTo(field);
        visitor.page().keyboard().press("Control+a");
        visitor.page().keyboard().type(text);
    }

    private static void press(Visitor visitor, String button) {
        visitor.tabTo(visitor.button(button));
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }
}
