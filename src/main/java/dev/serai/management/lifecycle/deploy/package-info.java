/** The deployer: one Camel Main for each version, and the switch from one to the next. */
@NullMarked
package dev.serai.management.lifecycle.deploy;

import org.jspecify.annotations.NullMarked;
