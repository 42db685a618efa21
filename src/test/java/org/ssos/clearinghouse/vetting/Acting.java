package org.ssos.clearinghouse.vetting;

import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;

/** Takes the cases of a site through their steps, as several people. */
public final class Acting {
    public static final By.Member CURATOR = member(801, Role.CURATOR);
    public static final By.Member REVIEWER = member(802, Role.REVIEWER);
    public static final By.Member EDITOR = member(803, Role.EDITOR);
    public static final By.Member SECOND_EDITOR = member(804, Role.EDITOR);
    public static final By.Member ADMIN = member(805, Role.ADMINISTRATOR);

    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);

    private Acting() {}

    public static By.Member member(long id, Role... roles) {
        return new By.Member(new Person(id, "Person " + id, "Curator", "Office " + id), Set.of(roles));
    }

    public static Case open(Cases cases, Draft draft, Subject subject, String message) {
        var sender = new Sender("Olga", "Sample Owner", null, null);
        return opened(cases, cases.open(new NewCase(draft, sender, subject.name(), message)));
    }

    public static Case opened(Cases cases, String path) {
        return cases.ofToken(path.substring("/cases/".length())).orElseThrow();
    }

    public static Case act(Cases cases, Case one, CaseStep step, By by) {
        var result = cases.act(one.id(), null, step, by);
        if (result instanceof Cases.Result.Done(var after)) return after;
        throw new AssertionError(step + ": " + result);
    }

    public static String refused(Cases.Result result) {
        if (result instanceof Cases.Result.Refused(var reason)) return reason;
        throw new AssertionError(result);
    }

    public static CaseStep screening(Case one) {
        return new CaseStep.Screen(RUBRIC.gates(one.depth()).stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(true, "seen"))));
    }

    /** Through the gates and to the site, by two people. */
    public static Case publish(Cases cases, Case one) {
        return act(cases, act(cases, one, screening(one), CURATOR), new CaseStep.Publish("It is right."), EDITOR);
    }
}
