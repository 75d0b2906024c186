package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import java.util.List;

/** One check of the gate. It never stops another check from running, and says nothing about what it cannot read. */
public interface Check {

    /**
     * @param candidate the bundle with everything that was parsed of it once, and what it is checked against
     * @return what it found; empty when all is well
     */
    List<Finding> check(Candidate candidate);
}
