@NullMarked
package dev.serai.service.intelligence.anomaly;

import org.jspecify.annotations.NullMarked;
