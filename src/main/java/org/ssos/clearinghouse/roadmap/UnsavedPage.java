package org.ssos.clearinghouse.roadmap;

import org.ssos.clearinghouse.intake.Intake;
import org.ssos.clearinghouse.web.Chrome;

/** The plan of a finished intake, which is kept nowhere. Its forms carry the answers on. */
public record UnsavedPage(Chrome chrome, Intake intake, PlanView plan) {}
