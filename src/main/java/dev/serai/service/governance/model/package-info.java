/** What rules can ask of an integration and of a message. */
@NullMarked
package dev.serai.service.governance.model;

import org.jspecify.annotations.NullMarked;
