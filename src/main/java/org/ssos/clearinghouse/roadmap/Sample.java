package org.ssos.clearinghouse.roadmap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Questionnaire;

/** Made-up leaders whose roadmaps are shown before anybody answers anything. None of them names an LEA. */
public enum Sample {
    SUPERINTENDENT(
            "Superintendent",
            "Two weeks in a district of medium size that was identified for differentiated assistance.",
            "lea-type=district role=superintendent tenure=under-30 size=medium identified=da-2025 federal=none"
                    + " lcap-status=approved priorities=chronic-absenteeism groups=english-learner awareness=name contacts-known=none"),
    PRINCIPAL(
            "Principal",
            "Three months at a school that the state named for federal improvement (CSI).",
            "lea-type=district role=principal tenure=1-6m size=large identified=unsure federal=csi"
                    + " lcap-status=unsure priorities=early-literacy groups=swd awareness=new contacts-known=none"),
    CHARTER_LEADER(
            "Charter school leader",
            "New in a small charter school whose LCAP is being written.",
            "lea-type=charter role=charter-leader tenure=under-30 size=small identified=none federal=none"
                    + " lcap-status=developing priorities=mathematics groups=sed awareness=name contacts-known=none"),
    COE_STAFF(
            "County office staff",
            "Four months in a county office, and knows the three levels already.",
            "lea-type=coe role=coe-staff tenure=1-6m size=na identified=none federal=none"
                    + " lcap-status=approved priorities=improvement-science groups=foster awareness=levels contacts-known=cde");

    private final String label;
    private final String about;
    private final String answers;

    /** @param answers question=answer, with a space between two */
    Sample(String label, String about, String answers) {
        this.label = label;
        this.about = about;
        this.answers = answers;
    }

    static Optional<Sample> of(String id) {
        return Arrays.stream(values()).filter(sample -> sample.id().equals(id)).findFirst();
    }

    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** Who it is, in a sentence. */
    public String about() {
        return about;
    }

    public String path() {
        return "/new-leaders/samples/" + id();
    }

    /** What the questions of today still offer. */
    Answers answers(Catalog catalog) {
        return catalog.part(Questionnaire.PART).read(this::answers, catalog);
    }

    private List<String> answers(String question) {
        return Arrays.stream(answers.split(" "))
                .filter(given -> given.startsWith(question + "="))
                .map(given -> given.substring(question.length() + 1))
                .toList();
    }

    /** How many questions it means to answer. */
    int intended() {
        return answers.split(" ").length;
    }
}
