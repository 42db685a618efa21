package org.ssos.clearinghouse.ops;

import java.util.function.IntSupplier;

/** Counts the cases in which somebody has something to do. However many, it is nobody's fault. */
final class CaseProbe implements Probe {
    private final IntSupplier open;

    CaseProbe(IntSupplier open) {
        this.open = open;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Found look() {
        int count = open.getAsInt();
        return Found.ok(
                Age.counted(count, "case") + (count == 1 ? " is open." : " are open."),
                Figure.of("cases.open", "Cases in which somebody has something to do", count));
    }
}
