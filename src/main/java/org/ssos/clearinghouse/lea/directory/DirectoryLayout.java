package org.ssos.clearinghouse.lea.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two files in which the state publishes its directory, as of 2024 to 2026. */
enum DirectoryLayout {
    /** {@code pubdistricts.txt}: one line for each district or county office. */
    DISTRICTS(
            "Public Districts file",
            "CD Code",
            "CD Code,County,District,Street,City,Zip,State,MailStreet,MailCity,MailZip,MailState,Phone,Ext,FaxNumber,"
                    + "AdmFName,AdmLName,Latitude,Longitude,DOC,DOCType,StatusType,LastUpDate"),

    /** {@code pubschls.txt}: schools, and districts as lines whose code ends in seven zeros. */
    SCHOOLS(
            "Public Schools and Districts file",
            "CDSCode",
            "CDSCode,NCESDist,NCESSchool,StatusType,County,District,School,Street,StreetAbr,City,Zip,State,MailStreet,"
                    + "MailStrAbr,MailCity,MailZip,MailState,Phone,Ext,FaxNumber,WebSite,OpenDate,ClosedDate,Charter,"
                    + "CharterNum,FundingType,DOC,DOCType,SOC,SOCType,EdOpsCode,EdOpsName,EILCode,EILName,GSoffered,"
                    + "GSserved,Virtual,Magnet,YearRoundYN,FederalDFCDistrictID,Latitude,Longitude,AdmFName,AdmLName,"
                    + "LastUpDate,Multilingual");

    /** Older copies have these besides; like the administrators' names they are never read. */
    private static final Set<String> PERSONAL = Set.of("Email", "AdmEmail");

    private final String title;
    private final String codeColumn;
    private final String columns;

    DirectoryLayout(String title, String codeColumn, String columns) {
        this.title = title;
        this.codeColumn = codeColumn;
        this.columns = columns;
    }

    static Optional<DirectoryLayout> of(List<String> header) {
        var known = String.join(
                ",", header.stream().filter(name -> !PERSONAL.contains(name)).toList());
        return Arrays.stream(values())
                .filter(layout -> layout.columns.equals(known))
                .findFirst();
    }

    String title() {
        return title;
    }

    String codeColumn() {
        return codeColumn;
    }
}
