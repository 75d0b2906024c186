package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.CompiledClasses;
import java.util.List;

/**
 * What came of compiling a bundle's Java files.
 *
 * @param classes the classes; none when there are errors
 * @param findings what the compiler refused
 */
record Compilation(CompiledClasses classes, List<Finding> findings) {}
