/** What a person should look at now. */
@NullMarked
package dev.serai.management.monitoring.alert;

import org.jspecify.annotations.NullMarked;
