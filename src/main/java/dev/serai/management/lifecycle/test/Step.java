package dev.serai.management.lifecycle.test;

/**
 * A step of a route.
 *
 * @param route id of the route; empty when none was reached
 * @param node id of the step within the route
 * @param place file and line, relative to the home folder; empty when unknown
 */
public record Step(String route, String node, String place) {

    static final Step NONE = new Step("", "", "");

    String sentence() {
        if (route.isEmpty()) {
            return "no route step was reached";
        }
        return "route " + route + ", step " + node + (place.isEmpty() ? "" : " (" + place + ")");
    }
}
