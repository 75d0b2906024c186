/** Which data classes a message carries: by the form of values, by the names of fields, and by their paths. */
@NullMarked
package dev.serai.service.governance.classification;

import org.jspecify.annotations.NullMarked;
