/**
 * What a running site does when things break around it. {@code ./clearinghouse bench faults} makes the report; short
 * forms of it are tests.
 */
package org.ssos.clearinghouse.faults;
