package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Fact;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * An LEA with all that the directory can say to help it.
 *
 * @param line what it is and where
 * @param over present for an LEA that closed or merged
 * @param reach the offices of the first call
 * @param fitting entries that fit the newest groups and areas listed, each with its reason
 * @param fittingFor which row they were chosen for, in words; absent where no row lists groups
 * @param neighbours districts and the county office of the county
 * @param charters that it authorized
 */
public record LeaPage(
        Chrome chrome,
        Lea lea,
        String county,
        List<String> line,
        @Nullable Over over,
        SupportTeam team,
        List<Reach> reach,
        List<TeamMember> members,
        Level level,
        List<EntryCard> fitting,
        @Nullable String fittingFor,
        String search,
        List<Item> neighbours,
        List<Item> charters,
        List<Fact> about,
        List<SourceLine> sources,
        String json) {

    /** @param successor the LEA that serves its students now */
    public record Over(
            String heading, String text, @Nullable Item successor) {}

    /**
     * The level of support, with the years it rests on.
     *
     * @param headline as of which determinations it stands where
     * @param text what that means
     * @param view the published rows; absent for charter schools
     * @param earlier rows under a code it no longer bears, or of the LEA that it took the place of
     * @param reports what is known of rows under codes other than its own
     * @param held which years are held, and that later ones are not
     */
    public record Level(
            String headline,
            @Nullable LevelTag tag,
            String text,
            @Nullable String law,
            @Nullable AssistanceView view,
            List<AssistanceView.Line> earlier,
            List<ReportNote> reports,
            String held,
            Link later) {
        /** The page on the level. */
        public String path() {
            return tag == null ? "/levels" : "/levels/" + tag.icon();
        }
    }

    /** Published rows under a code that is not the LEA's. */
    public record ReportNote(String text, Item report, List<Item> leas, String why, boolean inferred) {}

    /** Other sections of the law speak of county offices than of districts. */
    public boolean isCountyOffice() {
        return lea.type() == LeaType.COUNTY_OFFICE;
    }

    /** What stands above the name. */
    public String lineText() {
        return String.join(" · ", line);
    }

    public String countyPath() {
        return "/counties/" + lea.county();
    }
}
