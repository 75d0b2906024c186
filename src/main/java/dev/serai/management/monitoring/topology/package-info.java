/** Which integration reaches which system, with what traffic. */
@NullMarked
package dev.serai.management.monitoring.topology;

import org.jspecify.annotations.NullMarked;
