package org.ssos.clearinghouse.faults;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ssos.clearinghouse.Setting;

/**
 * Something that happens to a running site.
 *
 * @param needs what this machine must let us do for it
 * @param small the folders that get a disk of their own, with so many kilobytes left on it
 */
record Fault(
        String name,
        String what,
        Set<Need> needs,
        Map<String, Integer> small,
        Map<Setting, String> settings,
        Doing doing) {
    enum Need {
        MOUNTING("mount small disks"),
        RIGHTS("run a program that keeps to the rights of files");

        final String words;

        Need(String words) {
            this.words = words;
        }
    }

    interface Doing {
        void to(Trial trial) throws Exception;
    }

    Fault(String name, String what, Doing doing) {
        this(name, what, EnumSet.noneOf(Need.class), Map.of(), Map.of(), doing);
    }

    /** On a disk of its own. */
    static Fault onSmallDisk(String name, String what, String folder, Doing doing) {
        return new Fault(name, what, EnumSet.of(Need.MOUNTING), Map.of(folder, 8 * 1024), Map.of(), doing);
    }

    /** By a program that keeps to the rights of files. */
    static Fault ofRights(String name, String what, Doing doing) {
        return new Fault(name, what, EnumSet.of(Need.RIGHTS), Map.of(), Map.of(), doing);
    }
}
