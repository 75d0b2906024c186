/** What every connector must do, shown against the real system. */
@NullMarked
package dev.serai.connector;

import org.jspecify.annotations.NullMarked;
