package org.ssos.clearinghouse.submission;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.submission.SuggestPage.Control;
import org.ssos.clearinghouse.web.Problems;

/**
 * The text of a draft as a form: its main fields, or the whole of it for those who know the format. What the fields do
 * not show stays as it is.
 */
public final class DraftForm {
    private final Kind kind;
    private final FormControls controls;
    private final String from;
    private final Typed typed;
    private final Map<MainField, String> others;

    private DraftForm(Kind kind, FormControls controls, String from, Typed typed, Map<MainField, String> others) {
        this.kind = kind;
        this.controls = controls;
        this.from = from;
        this.typed = typed;
        this.others = Map.copyOf(others);
    }

    /** The form as it is opened. A text that is no YAML has no fields and is shown as a whole. */
    public static DraftForm of(Kind kind, Vocabularies vocabularies, String text, boolean whole) {
        var typed = whole || EntryText.fields(text).isEmpty() ? Typed.whole(text, "") : read(kind, text);
        return new DraftForm(kind, new FormControls(vocabularies, kind), text, typed, Map.of());
    }

    /**
     * The form as it was sent.
     *
     * @param from the text that it was opened with
     */
    public static DraftForm sent(Context ctx, Kind kind, Vocabularies vocabularies, String from) {
        return new DraftForm(kind, new FormControls(vocabularies, kind), from, Typed.from(ctx, kind), Map.of());
    }

    public boolean isWhole() {
        return typed.text() != null;
    }

    /** The whole text as it was typed; null where the form shows fields. */
    public @Nullable String whole() {
        return typed.text();
    }

    /** Everything that keeps it from being kept, by the field. */
    public Problems problems() {
        return typed.problems(kind);
    }

    /** The text that the form comes to. Only of a form without problems. */
    public String text() {
        var whole = typed.text();
        return whole == null ? Drafts.changed(kind, from, typed.values()) : Drafts.whole(kind, whole);
    }

    public List<Control> fields(Problems problems) {
        return isWhole() ? List.of() : controls.of(typed, problems, others::get);
    }

    /**
     * What was typed, put upon the text that others have made meanwhile. A field that only one side changed is that
     * side's; where both did, what was typed stands, and the form says what the others wrote and what both began with.
     * A whole text is left as it was typed: texts are laid side by side for a person.
     */
    public DraftForm onto(String theirs) {
        if (isWhole() || EntryText.fields(theirs).isEmpty()) return this;
        var before = read(kind, from);
        var now = read(kind, theirs);
        var merged = new EnumMap<MainField, List<String>>(MainField.class);
        var said = new HashMap<MainField, String>();
        for (var field : MainField.of(kind)) {
            boolean mine = !typed.holdsTheSame(field, before);
            merged.put(field, (mine ? typed : now).all(field));
            if (mine && !now.holdsTheSame(field, before) && !now.holdsTheSame(field, typed)) {
                said.put(
                        field,
                        "Others wrote meanwhile: " + controls.inWords(field, now) + ". Before that it was: "
                                + controls.inWords(field, before) + ".");
            }
        }
        return new DraftForm(kind, controls, theirs, typed.with(merged), said);
    }

    /** Beside each field that stands otherwise on the site, what stands there. */
    public DraftForm besideTheSite(String onSite) {
        if (isWhole() || EntryText.fields(onSite).isEmpty()) return this;
        var published = read(kind, onSite);
        var said = new HashMap<>(others);
        for (var field : MainField.of(kind)) {
            if (!published.holdsTheSame(field, typed)) {
                said.putIfAbsent(field, "On the site now: " + controls.inWords(field, published));
            }
        }
        return new DraftForm(kind, controls, from, typed, said);
    }

    private static Typed read(Kind kind, String text) {
        return Typed.of(kind, EntryText.fields(text).orElseThrow(), "");
    }
}
