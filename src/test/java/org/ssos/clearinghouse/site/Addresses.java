package org.ssos.clearinghouse.site;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that together show every template, and every state in which one looks different. */
final class Addresses {
    record Address(String name, String path, int status) {
        @Override
        public String toString() {
            return name + " " + path;
        }
    }

    /** Whether every address is looked at, which takes long. */
    static final boolean WANTED_ALL = Boolean.getBoolean("all.addresses");

    private static final List<Address> ALL = Stream.of(
                    page("home", "/"),
                    page("search, nothing asked", "/search"),
                    page("search, a page in the middle", "/search?q=literacy&page=2"),
                    page("search, a page behind the end", "/search?q=literacy&page=99"),
                    page("search, filters on", "/search?q=students&kind=resource&kind=initiative&level=universal"),
                    page("search, filters open on a phone", "/search?q=literacy&county=lake#filters"),
                    page("search, misspelt", "/search?q=chronic+absenteism"),
                    page("search, misspelt on purpose", "/search?q=absenteism&verbatim=1"),
                    page("search, a word explained", "/search?q=what+is+an+LCAP"),
                    page("search, an LEA named", "/search?q=washington+unified"),
                    page("LEAs", "/leas"),
                    page("LEAs, one sure match", "/leas?q=lausd"),
                    page("LEAs, nothing found", "/leas?q=qqqqzz&county=nowhere"),
                    page("search, few of the words", "/search?q=purple+elephant+dinosaur+zeppelin+eskolta"),
                    page("search, an unknown filter", "/search?q=literacy&topic=no-such-topic&level=fourth"),
                    page("search, nothing found", "/search?q=qqqqzz+wwwwxx"),
                    page("search, filters leave nothing", "/search?q=dyslexia&kind=event&level=intensive"),
                    page("initiatives", "/initiatives"),
                    page("initiatives, narrowed and sorted", "/initiatives?q=literacy&sort=-name"),
                    page("initiatives, nothing left", "/initiatives?q=qqqqzz"),
                    page("resources", "/resources"),
                    page("agencies", "/agencies"),
                    page("stories", "/stories"),
                    page("updates", "/updates"),
                    page("events", "/events"),
                    page("initiative", "/initiatives/ca-mtss"),
                    page("initiative, with a table of areas", "/initiatives/geographic-lead-agencies"),
                    page("initiative, ended", "/initiatives/regional-el-specialists"),
                    page("history of an entry", "/initiatives/ca-mtss/history"),
                    page("initiative, with disputed facts", "/initiatives/21csla"),
                    page("resource", "/resources/california-attendance-guide"),
                    page("resource, ended", "/resources/distance-hybrid-learning-playbooks"),
                    page("agency", "/agencies/los-angeles-county-office"),
                    page("agency, ended", "/agencies/rels"),
                    page("story", "/stories/madera-intensive-model"),
                    page("update", "/updates/2018-12-06-2018-dashboard-released"),
                    page("event", "/events/lcap-adoption"),
                    page("topics", "/topics"),
                    page("topic", "/topics/chronic-absenteeism"),
                    page("LEA, a district", "/leas/0561564"),
                    page("LEA, a county office", "/leas/1910199"),
                    page("LEA, a charter school", "/leas/01100170112607"),
                    page("LEA, a combined report", "/leas/4970854"),
                    page("LEA, only in the state's files", "/leas/4940246"),
                    page("counties", "/counties"),
                    page("county", "/counties/sonoma"),
                    page("regions", "/regions"),
                    page("region", "/regions/capital-central-foothills"),
                    page("glossary", "/glossary"),
                    page("glossary, nothing left", "/glossary?q=qqqqzz"),
                    page("crosswalk", "/crosswalk"),
                    page("crosswalk, many columns", "/crosswalk?rows=level&columns=group"),
                    page("crosswalk, an impossible choice", "/crosswalk?rows=level&columns=level&area=x"),
                    page("county map", "/map"),
                    page("county map, shapes", "/map?view=shapes&measure=named&sort=-value"),
                    page("law", "/law"),
                    page("law, narrowed", "/law?q=charter"),
                    page("a section", "/law/52071"),
                    page("a section that is only cited", "/law/essa-2222"),
                    page("levels", "/levels"),
                    page("a level, with criteria and disagreements", "/levels/targeted"),
                    page("a level, with powers", "/levels/intensive"),
                    page("who does what", "/roles"),
                    page("who does what, one level", "/roles?show=intensive"),
                    page("a body", "/roles/county-superintendent"),
                    page("questions", "/questions"),
                    page("questions, none found", "/questions?q=qqqqzz"),
                    page("state priorities", "/priorities"),
                    page("a state priority", "/priorities/5"),
                    page("SELPAs", "/selpas"),
                    page("SELPA, with all its members", "/selpas/contra-costa"),
                    page("SELPA, members not named", "/selpas/madera-county"),
                    page("new leaders", "/new-leaders"),
                    page("every step of the roadmap", "/new-leaders/steps"),
                    page("sample roadmap", "/new-leaders/samples/superintendent"),
                    page("pathways", "/pathways"),
                    page("pathway, first question", "/pathways/federal"),
                    page(
                            "pathway, an answer to change",
                            "/pathways/start?s-1=event&s-2=charter&s-3=lcap&z-9=x&change=s-1"),
                    page("pathway, outcome", "/pathways/district-da?d-1=2025-or-earlier&d-2=yes&d-3=no-or-not-sure"),
                    page("pathway, outcome by federal rules", "/pathways/federal?f-1=disproportionality"),
                    page("pathway, whole", "/pathways/coe/map?k-1=own&k-2=no&k-3=lcap"),
                    page("training", "/training"),
                    page("training, with pictures", "/training/reading-dashboard-colors"),
                    page("training, a sheet", "/training/continuity-plan/sheet"),
                    page("intake", "/new-leaders/intake"),
                    page("school year", "/school-year"),
                    page("school year, an unknown kind", "/school-year?lea_type=unknown"),
                    page("training, to fill in", "/training/continuity-plan"),
                    page("help", "/help"),
                    page("about", "/about"),
                    page("how entries are vetted", "/vetting"),
                    page("what changed", "/changes"),
                    new Address("what changed, between days that are none", "/changes?since=x&until=y", 400),
                    page("you said, we did", "/feedback"),
                    page("was it helpful", "/feedback?entry=ca-mtss&say=no"),
                    page("report a problem", "/feedback?entry=ca-mtss&say=problem"),
                    page("thanks for a vote", "/feedback?entry=ca-mtss&done=vote"),
                    page("thanks for a report", "/feedback?entry=ca-mtss&done=joined"),
                    page("cohorts", "/cohorts"),
                    page("what the field does not know", "/new-leaders/awareness"),
                    page("sign in", "/sign-in"),
                    page("suggest", "/suggest"),
                    page("suggest a resource", "/suggest?kind=resource"),
                    page("suggest a story", "/suggest?kind=story"),
                    page("suggest a change", "/suggest?entry=ca-mtss"),
                    page("suggest a change, whole text", "/suggest?entry=ca-mtss&view=text"),
                    new Address("a link that is used up", "/links/used-up", 410),
                    new Address("an address that never was", "/no-such-page", 404),
                    new Address("an entry that never was", "/initiatives/no-such-entry", 404),
                    new Address("an address that cannot be read", "/an%00address", 400))
            .toList();

    private Addresses() {}

    static Stream<Address> all() {
        return ALL.stream();
    }

    /** One of each kind of page, whose others have the same parts; all with {@code -Dall.addresses=true}. */
    static Stream<Address> oneOfEachKind() {
        if (WANTED_ALL) return all();
        var kinds = new HashSet<String>();
        return all().filter(address -> kinds.add(address.name().replaceFirst(",.*", "")));
    }

    private static Address page(String name, String path) {
        return new Address(name, path, 200);
    }
}
