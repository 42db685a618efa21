package org.ssos.clearinghouse.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            EC 52071                                                | /law/52071
            EC 52071(c)(1); EC 52071.5(b)(1)(B)                     | /law/52071#c-1 /law/52071.5#b-1-b
            EC 52073(a)(1), (a)(3); EC 52073.2(a)-(b)               | /law/52073#a-1 /law/52073#a-3 /law/52073.2#a
            EC 2575.35(b)(1)-(2), (c)(1)(B)-(F)                     | /law/2575.35#b-1 /law/2575.35#c-1-b
            EC 2575.35(c)(1)(A)(iii), (e)                           | /law/2575.35#c-1-a-iii /law/2575.35#e
            EC 2575.35(b), (c)                                      | /law/2575.35#b /law/2575.35#c
            EC 52070; EC 52064.5(g)(3)                              | /law/52070 /law/52064.5#g-3
            EC 52060 and 52066                                      | /law/52060 /law/52066
            Education Code 42920-42926                              | /law/42920
            Education Code 33540.2 and 33540.4                      | /law/33540.2 /law/33540.4
            Education Code 60605.4 (standards)                      | /law/60605.4
            Education Code (EC) 52073(b)(1)(B)                      | /law/52073#b-1-b
            EC 56205 and following                                  | /law/56205
            34 CFR 300.600                                          | /law/34-cfr-300.600
            IDEA monitoring (34 CFR 300.600 ff.)                    | /law/34-cfr-300.600
            20 U.S.C. 6824(a) and 6826                              | /law/20-usc-6824#a /law/20-usc-6826
            ESSA section 1111(c)(4)                                 | /law/essa-1111#c-4
            Elementary and Secondary Education Act, sections 2222-2225 | /law/essa-2222
            Welfare and Institutions Code 5961 and 5961.4           | /law/wic-5961 /law/wic-5961.4
            EC 52052(a)(2)(C) (seven years); EC 313.1 for others    | /law/52052#a-2-c /law/313.1
            Eight in EC 52060(d), ten in EC 52066(d).               | /law/52060#d /law/52066#d
            EC 52064.5, and 2026 brings more                        | /law/52064.5
            """)
    void a_citation_leads_to_its_sections_and_loses_no_letter(String text, String paths) {
        var pieces = Citation.in(text);
        assertThat(pieces.stream().map(Citation::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(pieces.stream()
                        .filter(piece -> piece.law() != null)
                        .map(Citation::path)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(paths);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Assembly Bill 1808, Section 140 (Chapter 32, Statutes of 2018)",
                "Budget Act of 2021, Item 6100-195-0001",
                "Education Code, Article 4.5 (statewide system of support)",
                "federal Elementary and Secondary Education Act",
                "State Board decision of July 2025",
            })
    void bills_budget_items_and_whole_acts_stay_words(String text) {
        assertThat(Citation.in(text)).containsExactly(new Citation(text, null, ""));
    }
}
