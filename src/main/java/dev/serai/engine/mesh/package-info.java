/** The service: component, request-reply between integrations. */
@NullMarked
package dev.serai.engine.mesh;

import org.jspecify.annotations.NullMarked;
