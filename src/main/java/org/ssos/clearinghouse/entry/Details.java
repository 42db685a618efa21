package org.ssos.clearinghouse.entry;

/** What one kind of entry adds to the fields that all share. */
public sealed interface Details permits Initiative, Resource, Agency, Story, Update, Event {}
