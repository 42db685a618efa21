package org.ssos.clearinghouse.web;

/** Cells of tables that people open with a spreadsheet. */
public final class Cell {
    private Cell() {}

    /** A cell that starts like a formula would be run by a spreadsheet; a quote before it makes it text. */
    public static String harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
