package org.ssos.clearinghouse.lea.directory;

import org.ssos.clearinghouse.lea.LeaStatus;
import org.ssos.clearinghouse.lea.LeaType;

/**
 * What the state's directory says of one district, county office or charter school. What it does not say is empty.
 *
 * @param county id of the county that the record names, which is that of the code
 * @param stateBoard whether the record stands among those of the State Board of Education
 * @param closed and {@code updated} as ISO dates
 */
record DirectoryRecord(
        String code,
        String name,
        LeaType type,
        String county,
        boolean stateBoard,
        String street,
        String city,
        String zip,
        String phone,
        String ext,
        String website,
        String lowestGrade,
        String highestGrade,
        String latitude,
        String longitude,
        String charterNumber,
        LeaStatus status,
        String closed,
        String updated) {}
