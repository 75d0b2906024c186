package dev.serai.console.api;

import java.util.List;

/** A part of the management API: the operations on one kind of thing. */
public interface Resource {

    List<Route> routes();
}
