package dev.serai.management.lifecycle.test;

import java.util.List;
import java.util.Map;

/**
 * A {@code *.test.yaml}.
 *
 * @param path within the bundle
 * @param properties properties that its tests see instead of the integration's own
 * @param tests in the order of the file
 */
record TestFile(String path, Map<String, String> properties, List<RouteTest> tests) {}
